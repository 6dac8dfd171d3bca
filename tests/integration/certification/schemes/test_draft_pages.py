"""The pages of a draft: begin, look, move, plan, put away."""

import json
import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from lms.certification.models import SchemeDraft, SchemeTemplate
from lms.certification.policies import NotAllowed
from lms.certification.readiness import PRESETS, scheme_from_data, scheme_to_data, scheme_to_json
from lms.certification.schemes.drafts import rules
from lms.certification.schemes.drafts.forms import LARGEST_KB
from lms.packages.apply import apply
from lms.packages.archive import read_folder
from tests.integration.packages.conftest import FOLDER

pytestmark = pytest.mark.django_db
BEGIN = "/inzetbaar/regeling/concept/"


def at(name, draft, **more):
    return reverse(f"certification:{name}", kwargs={"uuid": draft.uuid, **more})


def begin(client, **said):
    return client.post(BEGIN, {"draft": str(uuid.UUID(int=5)), **said})


def upload(client, content, name="regeling.json"):
    return begin(client, source="upload", file=SimpleUploadedFile(name, content))


def order_of(draft):
    draft.refresh_from_db()
    return [each.id for each in scheme_from_data(draft.content).rules]


def test_it_begins_with_what_holds_now_once(scheme, koen_client):
    for _time in range(2):
        response = begin(koen_client, source="now")
    draft = SchemeDraft.objects.get()
    assert response.url == at("draft", draft)
    assert (draft.content, draft.based_on) == (scheme_to_data(scheme_from_data(scheme.content)), scheme)


def test_it_begins_with_an_example_for_the_course_that_is_online(
    home, municipality, scheme, koen_client, now
):
    apply(read_folder(FOLDER), actor=None, now=now, use_examples=True)
    for number, slug in enumerate(PRESETS):
        koen_client.post(BEGIN, {"draft": str(uuid.UUID(int=number)), "source": f"preset:{slug}"})
        assert SchemeDraft.objects.get(uuid=uuid.UUID(int=number)).content["slug"] == slug


def test_it_says_so_when_there_is_no_course_for_an_example(scheme, koen_client):
    response = begin(koen_client, source="preset:oco_almere_licht")
    assert "Er is geen cursus online" in response.content.decode()
    assert not SchemeDraft.objects.exists()


def test_it_begins_with_what_came_with_a_course(scheme, koen_client, now):
    SchemeTemplate.objects.create(slug="mijn", title="Mijn", content=scheme.content, loaded_at=now)
    begin(koen_client, source="template:mijn")
    assert SchemeDraft.objects.get().content["slug"] == scheme.slug


def test_it_reads_back_the_file_that_it_wrote(scheme, koen_client):
    file = koen_client.get(f"/inzetbaar/regeling/versie/{scheme.slug}/1/bestand/")
    assert "attachment" in file["Content-Disposition"]
    upload(koen_client, file.content)
    assert SchemeDraft.objects.get().content == scheme_to_data(scheme_from_data(scheme.content))


def test_it_reads_a_file_that_begins_with_a_mark(scheme, koen_client):
    upload(koen_client, b"\xef\xbb\xbf" + scheme_to_json(scheme_from_data(scheme.content)).encode())
    assert SchemeDraft.objects.exists()


def wrong_rule(scheme, **values):
    data = scheme_to_data(scheme_from_data(scheme.content))
    data["rules"][0] |= values
    return json.dumps(data).encode()


HOSTILE = {
    "empty": (lambda scheme: b"", "leeg"),
    "not text": (lambda scheme: b"\xff\xfe\x00\x01", "geen leesbare tekst"),
    "not json": (lambda scheme: b"{", "geen leesbare JSON"),
    "a list": (lambda scheme: b"[]", "Hier horen velden met namen."),
    "deep": (lambda scheme: b"[" * 100_000, "geen leesbare JSON"),
    "a large number": (lambda scheme: b'{"format": ' + b"9" * 100_000 + b"}", "JSON"),
    "another format": (lambda scheme: b'{"format": 99}', "regeling.format"),
    "an unknown field": (lambda scheme: wrong_rule(scheme, extra=1), "regeling.rules[1].extra"),
    "an empty text": (lambda scheme: wrong_rule(scheme, why=" "), "Vul titel, waarom, hoe"),
    "an invisible sign": (lambda scheme: wrong_rule(scheme, why="a\x00b"), "onzichtbaar teken"),
    "half a sign": (lambda scheme: wrong_rule(scheme, why="a\ud800b"), "onzichtbaar teken"),
    "markup": (lambda scheme: b'{"<script>alert(1)</script>": 1, "format": 2}', "&lt;script&gt;"),
    "too large": (lambda scheme: b" " * (LARGEST_KB * 1024 + 1), "te groot"),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_it_refuses_a_hostile_file_in_a_sentence(kind, scheme, koen_client):
    make, words = HOSTILE[kind]
    response = upload(koen_client, make(scheme))
    html = response.content.decode()
    assert response.status_code == 200
    assert words in html
    assert "<script>alert" not in html
    assert not SchemeDraft.objects.exists()


def test_it_asks_for_the_file(scheme, koen_client):
    assert "Kies een bestand." in begin(koen_client, source="upload").content.decode()


def test_it_shows_the_draft_and_what_differs(draft, koen_client, changed):
    changed(draft, lambda found: rules.remove(found, "intervision"))
    html = koen_client.get(at("draft", draft)).content.decode()
    assert "Concept: OCO Almere licht" in html
    assert "Bewijs over gedrag (VOG)" in html
    assert "weg</span>" in html


def test_it_moves_and_removes_with_buttons(draft, koen_client):
    before = order_of(draft)
    koen_client.post(at("draft_step", draft), {"revision": 1, "step": "up:vog"})
    assert order_of(draft).index("vog") == before.index("vog") - 1
    koen_client.post(at("draft_step", draft), {"revision": 2, "step": "remove:vog"})
    assert "vog" not in order_of(draft)
    koen_client.post(at("draft_step", draft), {"revision": 3, "step": "open:boundaries"})
    assert order_of(draft)[:2] == ["boundary_scenarios", "other_roles"]


@pytest.mark.parametrize("step", ["up", "fly:vog", "up:../x", "remove:", ""])
def test_it_answers_a_step_that_does_not_exist(step, draft, koen_client):
    response = koen_client.post(at("draft_step", draft), {"revision": 1, "step": step}, follow=True)
    assert "Dit lukte niet" in response.content.decode()


def test_it_does_nothing_on_an_older_revision(draft, greet, koen_client, changed):
    changed(draft, lambda found: rules.move(found, "vog", -1))
    before = order_of(draft)
    data = {"revision": 1, "step": "remove:closing_talk"}
    response = koen_client.post(at("draft_step", draft), data, follow=True)
    assert "Er is niets gedaan." in response.content.decode()
    assert order_of(draft) == before


def test_it_takes_the_last_change_back(draft, koen_client, changed):
    before = order_of(draft)
    changed(draft, lambda found: rules.move(found, "vog", -1))
    koen_client.post(at("draft_undo", draft), {"revision": 2})
    assert order_of(draft) == before


def test_it_names_the_scheme_and_its_life_domains(draft, koen_client):
    koen_client.post(at("draft_title", draft), {"revision": 1, "title": "Ons eigen licht"})
    koen_client.post(at("draft_domain", draft), {"revision": 2, "title": "Jeugd"})
    koen_client.post(
        at("draft_domain_title", draft, domain_id="jeugd"), {"revision": 3, "title": "Jeugdhulp"}
    )
    draft.refresh_from_db()
    scheme = scheme_from_data(draft.content)
    assert (scheme.title, scheme.domains[0].title) == ("Ons eigen licht", "Jeugdhulp")
    koen_client.post(at("draft_step", draft), {"revision": 4, "step": "drop:jeugd"})
    draft.refresh_from_db()
    assert draft.content["domains"] == []


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"effective_on": "2026-11-21"}, "Deze dag is al geweest."),
        ({"effective_on": "31-02-2027"}, "Vul een datum in, zoals 24-11-2026."),
        ({"transition": "until"}, "Kies een dag."),
        ({"transition": "until", "transition_until": "2026-12-01"}, "Kies een dag op of na de eerste dag."),
        ({"summary": ""}, "Vul dit in."),
    ],
)
def test_it_refuses_a_plan_that_cannot_be_meant(said, words, draft, koen_client):
    plan = {"revision": 1, "effective_on": "2027-01-01", "transition": "everyone", "summary": "Nieuw."}
    response = koen_client.post(at("draft_plan", draft), plan | said)
    assert words in response.content.decode()
    draft.refresh_from_db()
    assert draft.effective_on is None


def test_it_forgets_a_last_day_that_means_nothing(draft, koen_client):
    plan = {"revision": 1, "effective_on": "2027-01-01", "transition": "everyone", "summary": "Nieuw."}
    koen_client.post(at("draft_plan", draft), plan | {"transition_until": "2027-06-30"})
    draft.refresh_from_db()
    assert (str(draft.effective_on), draft.transition_until) == ("2027-01-01", None)


def test_it_keeps_a_plan_that_was_typed_while_another_wrote(draft, koen_client, changed):
    changed(draft, lambda found: rules.move(found, "vog", -1))
    plan = {"revision": 1, "effective_on": "2027-01-01", "transition": "everyone", "summary": "Mijn uitleg."}
    response = koen_client.post(at("draft_plan", draft), plan)
    assert "Mijn uitleg." in response.content.decode()
    assert koen_client.post(at("draft_plan", draft), plan | {"revision": 2}).status_code == 302


def test_it_puts_a_draft_away(draft, koen_client):
    koen_client.post(at("draft_discard", draft))
    draft.refresh_from_db()
    assert draft.discarded_at is not None
    assert "Ga verder" not in koen_client.get("/inzetbaar/regeling/").content.decode()
    response = koen_client.post(at("draft_discard", draft), follow=True)
    assert "al ingesteld of weggedaan" in response.content.decode()


def test_it_says_nothing_to_who_lost_the_role_meanwhile(draft, koen_client, monkeypatch):
    """The guard let the page through; the service reads the role again."""

    def ended(_actor):
        raise NotAllowed

    monkeypatch.setattr("lms.certification.schemes.drafts.services.require_editor", ended)
    response = koen_client.post(at("draft_title", draft), {"revision": 1, "title": "Anders"})
    assert response.status_code == 404
