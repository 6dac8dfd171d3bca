"""Where an action came from."""

import threading

import pytest
from django.test import RequestFactory

from lms.audit.context import current_origin, origin
from lms.audit.middleware import OriginMiddleware, client_address


def request(peer: str, forwarded: str | None = None):
    headers = {} if forwarded is None else {"HTTP_X_FORWARDED_FOR": forwarded}
    return RequestFactory().get("/", REMOTE_ADDR=peer, **headers)


def test_it_is_the_system_until_somebody_says_otherwise():
    assert current_origin() == "systeem"
    with origin("werker"), origin("api"):
        assert current_origin() == "api"
    assert current_origin() == "systeem"


def test_it_ends_with_the_block_also_after_an_error():
    with pytest.raises(RuntimeError), origin("werker"):
        raise RuntimeError
    assert current_origin() == "systeem"


def test_it_does_not_leak_into_another_thread():
    seen = []
    with origin("web 192.0.2.1"):
        thread = threading.Thread(target=lambda: seen.append(current_origin()))
        thread.start()
        thread.join()
    assert seen == ["systeem"]


@pytest.mark.parametrize(
    ("proxies", "forwarded", "expected"),
    [
        (0, None, "192.0.2.1"),
        (0, "203.0.113.9", "192.0.2.1"),
        (1, "203.0.113.9", "203.0.113.9"),
        (1, "10.0.0.1, 203.0.113.9", "203.0.113.9"),
        (2, "1.1.1.1, 203.0.113.9, 198.51.100.2", "203.0.113.9"),
        (2, "203.0.113.9", "192.0.2.1"),
        (1, None, "192.0.2.1"),
        (1, "2001:DB8::1", "2001:db8::1"),
        (1, "noor@example.org", "onbekend"),
        (1, "203.0.113.9:4711", "onbekend"),
    ],
)
def test_it_believes_only_our_own_proxies(settings, proxies, forwarded, expected):
    settings.TRUSTED_PROXY_COUNT = proxies
    assert client_address(request("192.0.2.1", forwarded)) == expected


def test_it_has_no_address_behind_a_socket():
    assert client_address(request("")) == "onbekend"


def test_it_gives_every_request_its_origin():
    seen = []
    OriginMiddleware(lambda request: seen.append(current_origin()))(request("192.0.2.1"))
    assert seen == ["web 192.0.2.1"]
    assert current_origin() == "systeem"
