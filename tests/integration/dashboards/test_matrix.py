"""People × criteria: the same people and filters as the board, and a file that no spreadsheet can run."""

import csv
import io
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from openpyxl import load_workbook
from wagtail.models import ModelLogEntry

from lms.accounts.models import Organisation
from lms.accounts.roles import Role
from lms.certification.models import Transition
from lms.certification.public import rebuild_standings
from lms.certification.readiness import oco_levensbreed
from lms.certification.schemes.services import Terms, publish_scheme
from tests.factories import certification
from tests.factories.people import member_of, person

pytestmark = pytest.mark.django_db
CSV, XLSX = "/bord/eisen/bestand.csv", "/bord/eisen/bestand.xlsx"


def lines(answer) -> list[list[str]]:
    return list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))


def test_it_shows_everybody_with_every_criterion(desk, three_ready, noor):
    page = desk.get("/bord/eisen/").content.decode()
    for words in ("Aad Af", "Noor de Wit", "Geheimhouding", "Intervisie", "Nog niet begonnen", "Klaar"):
        assert words in page
    assert 'role="region"' in page
    assert "Uitleg van de tekens" in page


def test_it_has_the_filters_of_the_board(desk, three_ready, noor):
    assert "Aad Af" not in desk.get("/bord/eisen/?eis=vog").content.decode()
    assert "Noor de Wit" not in desk.get("/bord/eisen/?groep=ready").content.decode()
    answer = desk.post("/bord/eisen/?groep=ready", {"words": "Bea"})
    assert answer["Location"] == "/bord/eisen/?groep=ready"
    assert [row[0] for row in lines(desk.get(f"{CSV}?groep=ready"))[1:]] == ["Bea Bel"]


def test_it_shows_that_an_older_version_lacks_a_criterion(desk, scheme, noor, now):
    today = timezone.localdate(now)
    noor.joined_on = today - timedelta(days=100)
    noor.save()
    certification.people_volunteer("Wim Pinas", joined_on=today)
    items = certification.Items()
    rules = oco_levensbreed(
        course_items=items.course_items,
        boundary_scenarios=items.boundary_scenarios,
        awareness_items=items.awareness_items,
    )
    publish_scheme(rules, today, actor=None, now=now, terms=Terms(transition=Transition.NEW_PEOPLE))
    head, old, new = lines(desk.get(CSV))
    own = [number for number, title in enumerate(head) if title.startswith("Wmo: ")]
    assert own
    assert (old[0], [old[number] for number in own]) == ("Noor de Wit", ["n.v.t."] * len(own))
    assert (new[0], [new[number] for number in own]) == ("Wim Pinas", ["Nog niet begonnen"] * len(own))


def test_it_exports_names_status_and_criteria_and_nothing_else(desk, three_ready, now):
    member_of(three_ready[0], Organisation.objects.create(name="Stichting Haven"))
    answer = desk.get(CSV)
    found = lines(answer)
    assert found[0][:2] == ["Naam", "Stand"]
    assert len(found) == 4
    assert "attachment" in answer["Content-Disposition"]
    for secret in ("example.org", "Haven", str(three_ready[0].uuid)):
        assert secret not in answer.content.decode()


@pytest.mark.parametrize("name", ["=HYPERLINK(1)", "+31", "-2", "@SUM(A1)", "\t=1"])
def test_it_writes_no_cell_that_a_spreadsheet_runs(desk, scheme, name):
    certification.people_volunteer(name, email="kwaad@example.org")
    assert [row[0] for row in lines(desk.get(CSV))[1:]] == [f"'{name}"]
    sheet = load_workbook(io.BytesIO(desk.get(XLSX).content)).active
    assert sheet.cell(2, 1).data_type == "s"
    assert str(sheet.cell(2, 1).value).startswith("'")


def test_it_logs_who_took_a_file(desk, koen, three_ready):
    desk.get(XLSX)
    entry = ModelLogEntry.objects.get(action="dashboards.matrix_exported")
    assert entry.user == koen
    assert (entry.data["kind"], entry.data["rows"]) == ("xlsx", 3)


def test_it_knows_no_other_kind_of_file(desk, three_ready):
    assert desk.get("/bord/eisen/bestand.exe").status_code == 404


def test_it_exports_only_the_own_people(client, sign_in, three_ready):
    haven = Organisation.objects.create(name="Stichting Haven")
    iris = person("Iris Jansen", Role.COORDINATOR, organisation=haven)
    member_of(three_ready[1], haven)
    sign_in(client, iris)
    assert [row[0] for row in lines(client.get(CSV))[1:]] == ["Bea Bel"]
    assert "Aad Af" not in client.get("/bord/eisen/").content.decode()


def test_it_pages_and_costs_the_same_for_many_people(desk, scheme, now):
    def queries() -> int:
        rebuild_standings(timezone.now())
        with CaptureQueriesContext(connection) as captured:
            assert desk.get("/bord/eisen/").status_code == 200
        return len(captured)

    certification.people_volunteer("Wim Pinas")
    desk.get("/bord/eisen/")
    few = queries()
    for number in range(104):
        certification.people_volunteer(f"Mens{number:03} Veel", email=f"m{number}@example.org")
    assert queries() == few <= 12
    second = desk.get("/bord/eisen/?page=2").content.decode()
    assert "Mens099" not in second
    assert "Mens103" in second
    assert len(lines(desk.get(CSV))) == 106
