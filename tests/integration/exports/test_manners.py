"""The API keeps to the NL GOV REST API Design Rules: errors, headers, addresses, its own document."""

import pytest
from django.test import Client
from openapi_spec_validator import validate

pytestmark = pytest.mark.django_db
LIST = "/api/v1/trainingsstatussen"
CHANGES = "/api/v1/statuswijzigingen"


@pytest.mark.parametrize(
    "query",
    [
        "aantal=0",
        "aantal=501",
        "aantal=x",
        "cursor=!!!",
        "cursor=abcd",
        "onbekend=1",
        "cursor=" + "a" * 500,
        "aantal=",
    ],
)
@pytest.mark.parametrize("path", [LIST, CHANGES])
def test_it_answers_bad_input_with_400_and_problem_details(api, path, query):
    response = api.get(f"{path}?{query}")
    assert response.status_code == 400
    assert response["Content-Type"] == "application/problem+json"
    assert {"status", "title", "detail"} <= set(response.json())


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("get", f"{LIST}/not-a-uuid", 400),
        ("get", f"{LIST}/", 404),
        ("get", "/api/v1/bestaat-niet", 404),
        ("post", LIST, 405),
        ("delete", CHANGES, 405),
        ("get", "/api/v2/trainingsstatussen", 404),
    ],
)
def test_it_answers_every_refusal_with_problem_details(api, method, path, status):
    response = getattr(api, method)(path)
    assert response.status_code == status
    assert response["Content-Type"] == "application/problem+json"
    assert response["API-Version"] == "1.0.0"
    assert status != 405 or "GET" in response["Allow"]


def test_it_never_redirects_an_address_with_a_slash_at_the_end(api):
    assert api.get(f"{CHANGES}/").status_code == 404


def test_it_hides_what_broke(api, monkeypatch):
    def broken(*args: object) -> None:
        raise RuntimeError("secret detail")

    monkeypatch.setattr("lms.exports.rest.api.statuses_page", broken)
    response = api.get(LIST)
    assert response.status_code == 500
    assert response["Content-Type"] == "application/problem+json"
    assert b"secret" not in response.content


@pytest.mark.parametrize("path", [LIST, CHANGES, "/api/v1/openapi.json", "/api/v1/nee"])
def test_it_sends_the_safe_headers_on_every_answer(api, path):
    response = api.get(path)
    assert response["API-Version"] == "1.0.0"
    assert response["Cache-Control"] == "no-store"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none'" in response["Content-Security-Policy"]
    assert "Set-Cookie" not in response


def test_it_publishes_a_valid_document_without_a_key(db, settings):
    response = Client().get("/api/v1/openapi.json")
    document = response.json()
    validate(document)
    assert response["Access-Control-Allow-Origin"] == "*"
    assert document["servers"][0]["url"].startswith("https://")
    assert document["servers"][0]["url"].endswith("/v1")
    contact = {"name": "Leerplein OCO", "url": settings.SITE_URL, "email": settings.CONTACT_EMAIL}
    assert document["info"]["contact"] == contact
    assert set(document["paths"]) == {
        "/openapi.json",
        "/trainingsstatussen",
        "/trainingsstatussen/{uuid}",
        "/statuswijzigingen",
    }
    assert not any(path.endswith("/") for path in document["paths"])


def test_it_describes_refusals_as_problem_json(db):
    document = Client().get("/api/v1/openapi.json").json()
    answers = document["paths"]["/trainingsstatussen"]["get"]["responses"]
    assert "422" not in answers
    assert list(answers["400"]["content"]) == ["application/problem+json"]


@pytest.mark.parametrize("path", [LIST, CHANGES, "/api/v1/openapi.json", "/api/v1/nee"])
def test_it_answers_head_like_get_without_the_body(api, path):
    head, full = api.head(path), api.get(path)
    assert head.status_code == full.status_code
    assert head["Content-Type"] == full["Content-Type"]
    assert head.content == b""
