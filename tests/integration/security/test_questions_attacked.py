"""Questions in an address: other days, other people, far too much; and what is open to everybody."""

import csv
import io
import re
import uuid
from collections.abc import Iterator
from itertools import product
from urllib.parse import urlencode

import openpyxl
import pytest
from django.conf import settings
from django.urls import reverse
from django.views.debug import SafeExceptionReporterFilter

from lms.certification.models import Certificate
from lms.settings.signing import own_signing_key
from tests.conftest import NOW
from tests.factories import certificates as factory
from tests.factories import certification as readiness
from tests.integration.security.town import Browser, Town, written_tables

pytestmark = pytest.mark.django_db
DAYS = ("0001-01-01", "1999-12-31", "2000-01-01", "2026-02-30", "2099-12-31", "2100-01-01", "9999-12-31", "x")
MANY = urlencode([("komt", uuid.uuid4()) for _ in range(900)])


@pytest.fixture(autouse=True)
def _today(time_machine) -> None:
    time_machine.move_to(NOW)


TOO_MANY = (MANY, f"{MANY}&vraag=1", "&".join(f"dag_x{number}=1" for number in range(10_000)))
FILTERS = ("lichting", "organisatie", "leefgebied", "eis", "groep", "sorteer")
WRONG = (str(uuid.UUID(int=0)), "vog'--", "\x00", "9" * 500, "user__email")


def queries() -> Iterator[tuple[str, str]]:
    """Yield pages about somebody, or about many, with what stands behind the question mark."""
    for day in DAYS:
        yield "as_of_person", urlencode({"dag": day})
    for first, last in product(DAYS, DAYS):
        yield "certificate_new", urlencode({"what": "hours", "starts_on": first, "ends_on": last})
    for name, wrong in product(FILTERS, WRONG):
        yield "board", urlencode({name: wrong})
    for page in ("as_of_person", "prospect_of", "certificate_new", "board", "matrix", "outlook"):
        yield from ((page, query) for query in TOO_MANY)


def test_it_answers_any_day_and_any_number_of_questions(town: Town):
    readiness.ready(town.noor, NOW.date(), NOW)
    factory.edition(town.noor)
    koen, broken = Browser(town, "koen"), []
    overviews = {name: reverse(f"dashboards:{name}") for name in ("board", "matrix", "outlook")}
    for name, query in queries():
        page = overviews.get(name) or reverse(f"certification:{name}", args=[town.noor.uuid])
        if koen.get(f"{page}?{query}").status_code not in {200, 400}:
            broken.append((page, query[:80]))
    assert broken == []


def test_it_looks_ahead_to_any_day(town: Town):
    readiness.ready(town.noor, NOW.date(), NOW)
    koen, url = Browser(town, "koen"), reverse("certification:prospect_of", args=[town.noor.uuid])
    names = set(re.findall(r'name="(dag_[a-z0-9_]+)"', koen.get(url).content.decode()))
    assert names
    for day in ("2026-11-22", "2099-12-31", "9999-12-31", "0001-01-01"):
        query = urlencode({"vraag": "1", **dict.fromkeys(names, day)})
        with written_tables() as written:
            assert koen.get(f"{url}?{query}").status_code == 200
        assert written <= {"wagtailcore_modellogentry"}


@pytest.mark.parametrize("number", ["0", "-1", "10001", "9" * 5000, "1e9", "NaN", "\x00", "٣"])
def test_it_tries_a_rule_with_any_number(town: Town, number: str):
    koen = Browser(town, "koen")
    for rule in ("attendance", "intervision", "vog", "closing_talk", "nergens"):
        url = reverse("certification:scheme_trial", args=[rule])
        names = ("minimum", "of", "n", "length", "window_months", "minimum_sessions", "group_max", "effect")
        for sent in (dict.fromkeys(names, number), *({name: number} for name in names)):
            with written_tables() as written:
                assert koen.get(url, sent).status_code in {200, 404}
            assert not written


def test_it_gives_a_spreadsheet_nothing_to_run(town: Town):
    for person, name in (
        (town.noor, '=HYPERLINK("http://evil.example")'),
        (town.sam, "\t@SUM(1+1)*cmd|' /C calc'!A0"),
    ):
        person.name = name
        person.save()
        readiness.ready(person, NOW.date(), NOW)
    koen = Browser(town, "koen")
    for kind in ("csv", "xlsx"):
        answer = koen.get(reverse("dashboards:matrix_download", args=[kind]))
        assert re.fullmatch(rf'attachment; filename="eisen-[\d-]+\.{kind}"', answer["Content-Disposition"])
        cells = cells_of(answer.content, kind)
        assert len(cells) > 10
        assert not [cell for cell in cells if cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r"))]


def cells_of(content: bytes, kind: str) -> list[str]:
    if kind == "csv":
        return [
            cell
            for row in csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";")
            for cell in row
        ]
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}
    return [str(cell.value or "") for row in sheet.iter_rows() for cell in row]


def test_it_says_the_same_about_every_paper_that_is_not_there(town: Town):
    visitor, row = Browser(town, "visitor"), factory.proof(town.noor, town.koen, NOW)
    pages = set()
    for known in (uuid.uuid4(), uuid.UUID(int=0), town.noor.uuid):
        answer = visitor.get(reverse("check:certificate", args=[known]))
        assert answer.status_code == 404
        pages.add(re.sub(r'nonce="[^"]*"', "", answer.content.decode().replace(str(known), "")))
    assert len(pages) == 1
    for bad in (row.number, "1", "../1", f"{row.uuid}.pdf"):
        assert visitor.get(f"/bewijs/{bad}/").status_code == 404


@pytest.mark.parametrize("page", ["1", "-1", "9" * 30, "9" * 5000, "x", "0x1", "1.0"])
def test_it_has_one_status_list_only(town: Town, page: str):
    factory.proof(town.noor, town.koen, NOW)
    assert Browser(town, "visitor").get(f"/bewijs/status/{page}.json").status_code == 404


def test_it_says_nothing_of_anybody_to_everybody(town: Town, municipality):
    municipality.offers_credentials = True  # without a key yet there would be nothing to read at all
    municipality.save()
    row = factory.proof(town.noor, town.koen, NOW)
    for address in ("/.well-known/did.json", "/bewijs/status/0.json"):
        body = Browser(town, "visitor").get(address).content.decode()
        assert "did:web" in body
        for word in (
            town.noor.name,
            town.noor.email,
            str(town.noor.uuid),
            str(row.uuid),
            "PRIVATE",
            "Lichting",
        ):
            assert word not in body
    assert Certificate.objects.count() == 1


def test_it_gives_no_digital_proof_to_others(town: Town):
    row = factory.proof(town.noor, town.koen, NOW)
    for who in ("sam", "vera", "cas", "ada", "femke", "visitor"):
        answer = Browser(town, who).get(reverse("certification:credential", args=[row.uuid]))
        assert answer.status_code == (302 if who == "visitor" else 404)


def test_it_keeps_the_keys_to_itself(tmp_path):
    path = tmp_path / "deep" / "key.pem"
    key = own_signing_key(path)
    assert path.stat().st_mode & 0o777 == 0o600
    assert [each.name for each in path.parent.iterdir()] == ["key.pem"]
    assert "private" not in repr(key).lower()
    shown = SafeExceptionReporterFilter().get_safe_settings()
    for name in ("SIGNING_KEY", "FORMER_SIGNING_KEYS", "CREDENTIAL_KEY_FILE"):
        assert hasattr(settings, name)
        assert shown[name] == SafeExceptionReporterFilter.cleansed_substitute
