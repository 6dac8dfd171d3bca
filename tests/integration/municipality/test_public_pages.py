"""House style, statements, security.txt and health."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from lms.accounts.rights.services import assign_role
from lms.accounts.roles import Role
from lms.municipality.models import MunicipalitySettings
from lms.municipality.rules import version_of
from lms.municipality.selectors import style_sheet
from lms.outbox.models import Heartbeat
from tests.factories.people import add_second_factor, person

pytestmark = pytest.mark.django_db


@pytest.fixture
def blue(municipality):
    municipality.color_action = "#00568b"
    municipality.save()
    return municipality


def url_of(settings: MunicipalitySettings) -> str:
    return reverse("municipality:house_style", args=[version_of(style_sheet(settings))])


def test_it_asks_for_no_style_sheet_while_the_colors_are_ours(client, municipality):
    assert "huisstijl" not in client.get("/privacy/").content.decode()


def test_it_serves_the_colors_of_the_municipality(client, blue):
    page = client.get("/privacy/").content.decode()
    assert f'<link rel="stylesheet" href="{url_of(blue)}">' in page
    style = client.get(url_of(blue))
    assert style["Content-Type"] == "text/css; charset=utf-8"
    assert "--brand:#00568b" in style.content.decode()
    assert "immutable" in style["Cache-Control"]
    assert client.get(url_of(blue), headers={"if-none-match": style["ETag"]}).status_code == 304


def test_it_changes_the_address_with_the_colors(client, blue):
    old = url_of(blue)
    blue.color_action = "#7b1c4c"
    blue.save()
    assert url_of(blue) != old
    assert client.get(old).status_code == 404


def test_it_stays_cacheable_for_somebody_who_is_signed_in(client, blue, noor, sign_in):
    sign_in(client, noor)
    assert "no-store" not in client.get(url_of(blue))["Cache-Control"]


def test_it_writes_nothing_but_colors_into_the_style_sheet(municipality):
    municipality.color_action = "red;}*{x"
    assert style_sheet(municipality) == ""


@pytest.mark.parametrize("color", ["#ffd24a", "#0a9aa6", "#8a8a8a"])
@pytest.mark.parametrize("field", ["color_action", "color_heading"])
def test_it_refuses_a_color_that_people_cannot_read(municipality, field, color):
    setattr(municipality, field, color)
    with pytest.raises(ValidationError) as refused:
        municipality.clean()
    assert "te licht" in str(refused.value.message_dict[field])


@pytest.mark.parametrize("color", ["0a5a61", "#0a5a6", "blauw", "#0a5a61;"])
def test_it_refuses_what_is_no_color(municipality, color):
    municipality.color_action = color
    with pytest.raises(ValidationError):
        municipality.full_clean()


def test_it_refuses_a_pale_color_on_the_settings_page_too(client, municipality, home, koen, now, sign_in):
    boss = person("Bas Bel")
    add_second_factor(boss)
    assign_role(boss, Role.ADMINISTRATOR, actor=koen, now=now)
    sign_in(client, boss)
    path = client.get("/beheer/settings/municipality/municipalitysettings/", follow=True).request["PATH_INFO"]
    data = {
        "municipality": "Almere",
        "network_name": "OCO Almere",
        "phone": "036 – 200 21 58",
        "coordinator_name": "Koen",
        "minimum_age": 18,
        "slots-count": 0,
        "color_heading": "#07434a",
    }
    page = client.post(path, {**data, "color_action": "#ffd24a"})
    assert "te licht om te lezen" in page.content.decode()
    assert client.post(path, {**data, "color_action": "#00568b"}).status_code == 302
    assert MunicipalitySettings.load().color_action == "#00568b"


def test_it_says_where_to_report_a_leak(client, municipality, settings):
    settings.SECURITY_CONTACT = "mailto:veilig@example.org"
    answer = client.get("/.well-known/security.txt")
    fields = dict(line.split(": ", 1) for line in answer.content.decode().splitlines())
    assert answer["Content-Type"].startswith("text/plain")
    assert fields["Contact"] == "mailto:veilig@example.org"
    expires = parse_datetime(fields["Expires"])
    assert timezone.now() < expires < timezone.now() + timedelta(days=366)
    assert fields["Canonical"] == "http://testserver/.well-known/security.txt"


def test_it_gives_the_phone_number_when_no_address_was_filled_in(client, municipality):
    assert "Contact: tel:+31362002158" in client.get("/.well-known/security.txt").content.decode()


def test_it_has_no_security_txt_without_anybody_to_call(client, municipality):
    municipality.phone = ""
    municipality.save()
    assert client.get("/.well-known/security.txt").status_code == 404


def test_it_is_healthy_with_a_living_worker(client):
    Heartbeat.objects.create(worker_id="een", beat_at=timezone.now())
    answer = client.get("/gezond/")
    assert (answer.status_code, answer.content) == (200, b"goed\n")
    assert answer["Cache-Control"] == "no-store"


@pytest.mark.parametrize("silent", [None, timedelta(minutes=10)])
def test_it_is_unwell_without_a_living_worker(client, silent):
    if silent:
        Heartbeat.objects.create(worker_id="een", beat_at=timezone.now() - silent)
    answer = client.get("/gezond/")
    assert (answer.status_code, answer.content) == (503, b"niet goed\n")


def test_it_is_unwell_when_the_cache_or_the_database_fails(client, monkeypatch):
    Heartbeat.objects.create(worker_id="een", beat_at=timezone.now())

    def broken(*arguments, **options):
        raise ConnectionError("secret host name")

    monkeypatch.setattr("lms.municipality.selectors._ask_database", broken)
    answer = client.get("/gezond/")
    assert (answer.status_code, answer.content) == (503, b"niet goed\n")
    monkeypatch.undo()
    monkeypatch.setattr(cache, "set", broken, raising=False)
    assert client.get("/gezond/").status_code == 503


def test_it_tells_an_administrator_which_part_is_ill(client, koen, now, sign_in):
    boss = person("Bas Bel")
    add_second_factor(boss)
    assign_role(boss, Role.ADMINISTRATOR, actor=koen, now=now)
    sign_in(client, boss)
    assert "werker: False" in client.get("/gezond/").content.decode()


@pytest.mark.parametrize("path", ["/privacy/", "/toegankelijkheid/"])
def test_it_shows_the_statements_to_everybody(client, municipality, path):
    page = client.get(path)
    assert page.status_code == 200
    assert page.content.decode().count("<h1>") == 1
    assert 'href="/privacy/"' in page.content.decode()
    assert 'href="/toegankelijkheid/"' in page.content.decode()


def test_it_needs_one_query_for_a_public_page(client, municipality, django_assert_num_queries):
    with django_assert_num_queries(1):
        client.get("/privacy/")
