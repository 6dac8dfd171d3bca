"""Schemes: who may touch them, what a file may hold, and that nothing is put into force unseen."""

import json
import uuid
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from lms.accounts.rights.services import end_role
from lms.certification.models import ImpactPreview, SchemeDraft, SchemeVersion, Standing
from lms.certification.readiness import scheme_from_data
from lms.certification.schemes.drafts.services import begin_draft
from tests.conftest import NOW
from tests.factories import certification as readiness
from tests.integration.security.poison import PAYLOAD, alive_in
from tests.integration.security.town import Browser, Town

pytestmark = pytest.mark.django_db
WRONG = ("", "x" * 2_000, "a\x00b", "\ud800", "../../etc", 'a"\r\nX-Evil: 1', 1, None, [], {}, ["x"])
BEGIN = "/inzetbaar/regeling/concept/"


@pytest.fixture(autouse=True)
def _today(time_machine) -> None:
    time_machine.move_to(NOW)


def content() -> dict[str, Any]:
    found: dict[str, Any] = SchemeVersion.objects.get().content
    return found


def upload(browser: Browser, body: bytes | str) -> Any:
    file = SimpleUploadedFile("regeling.json", body if isinstance(body, bytes) else body.encode())
    sent = {"draft": uuid.uuid4(), "source": "upload", "file": file}
    return browser.post(BEGIN, sent)


def bodies() -> Iterator[str | bytes]:
    """Yield files that are no scheme, or one that cannot be kept."""
    good = json.dumps(content())
    yield from (b"", b"\x00", b"\xff\xfe", b"null", b"[]", b"1", b'"x"', b"{", b"NaN", b"{}" * 9)
    yield "[" * 100_000
    yield '{"a":' * 50_000
    yield '{"format": 2, "slug": "x", "title": "x", "rules": ' + '[{"type": "all_of", "rules": ' * 5_000
    yield "9" * 100_000
    yield good.replace('"format": 2', '"format": NaN')
    yield good.replace('"format": 2', '"format": 2.0')
    yield good.replace('"format": 2', '"format": 2, "format": 1')
    yield good.replace('"due_days": null', f'"due_days": {"9" * 400}', 1)
    yield good.replace('"due_days": null', '"due_days": 1e999', 1)
    yield good.replace('"due_days": null', '"due_days": -1', 1)
    for name in ("slug", "title"):
        yield from (json.dumps(content() | {name: wrong}) for wrong in WRONG)
    for name in ("title", "why", "id", "what", "series", "code", "rules", "validity"):
        for wrong in WRONG:
            data = content()
            data["rules"] = [rule | ({name: wrong} if name in rule else {}) for rule in data["rules"]]
            yield json.dumps(data)
    yield good + " " * 11_000_000


def test_it_answers_every_file_with_a_sentence(town: Town):
    koen = Browser(town, "koen")
    for body in bodies():
        answer = upload(koen, body)
        assert answer.status_code in {200, 302}, body[:80]
        if answer.status_code == 302:
            for name in ("draft", "draft_download", "draft_order"):
                kept = reverse(f"certification:{name}", args=[answer["Location"].split("/")[-2]])
                page = koen.get(kept)
                assert page.status_code == 200, body[:80]
                assert "X-Evil" not in page


@pytest.mark.parametrize(
    "numbers",
    [
        {"minimum_sessions": 10**6, "window_months": 10**6},
        {"minimum_net_minutes": 10**300},
        {"minimum_sessions": 1, "window_months": 10**300},
        {"group_min": 1, "group_max": 10**300},
        {"warn_days": 10**300},
        {"due_days": 3660},
    ],
)
def test_it_survives_numbers_nobody_means(town: Town, numbers: dict[str, int]):
    """What is read must be judged too: a scheme in force is computed for everybody, on every page."""
    readiness.ready(town.noor, NOW.date(), NOW)
    data = content()
    asked = next(each for each in data["rules"] if each["type"] == "intervision_held")
    asked.update(numbers)
    koen = Browser(town, "koen")
    answer = upload(koen, json.dumps(data))
    if answer.status_code == 200:
        return
    draft = SchemeDraft.objects.get()
    pages = put_in_force(koen, draft)
    assert {page.status_code for page in pages} <= {200, 302}
    for name in ("person", "as_of_person", "prospect_of"):
        assert koen.get(reverse(f"certification:{name}", args=[town.noor.uuid])).status_code == 200
    assert koen.get(reverse("dashboards:board")).status_code == 200
    assert koen.get(reverse("dashboards:outlook")).status_code == 200


def put_in_force(browser: Browser, draft: SchemeDraft, until: str = "") -> list[Any]:
    where = {
        name: reverse(f"certification:{name}", args=[draft.uuid])
        for name in ("draft_plan", "impact", "draft_publish")
    }
    draft.refresh_from_db()
    plan = {"revision": draft.revision, "effective_on": NOW.date(), "summary": "x"}
    plan |= {"transition": "until" if until else "everyone", "transition_until": until}
    found = [browser.post(where["draft_plan"], plan), browser.post(where["impact"])]
    preview = ImpactPreview.objects.order_by("pk").last()
    seen = {"preview": preview.uuid if preview else ""}
    return [*found, browser.get(where["impact"]), browser.post(where["draft_publish"], seen)]


def begun(town: Town) -> SchemeDraft:
    found = SchemeVersion.objects.order_by("pk").last()
    scheme = scheme_from_data(found.content)
    return begin_draft(scheme, uuid.uuid4(), based_on=found, actor=town.koen, now=NOW)


def test_it_keeps_the_last_day_there_is(town: Town):
    koen = Browser(town, "koen")
    put_in_force(koen, begun(town), until="2099-12-31")
    assert koen.get(reverse("dashboards:board")).status_code == 200
    put_in_force(koen, begun(town), until="9999-12-31")
    assert koen.get(reverse("dashboards:board")).status_code == 200


def test_it_publishes_nothing_unseen(town: Town):
    koen, draft = Browser(town, "koen"), begun(town)
    url = reverse("certification:draft_publish", args=[draft.uuid])
    plan = {"revision": 1, "effective_on": NOW.date(), "transition": "everyone", "summary": "x"}
    koen.post(url, {"preview": uuid.uuid4()})
    koen.post(reverse("certification:draft_plan", args=[draft.uuid]), plan)
    koen.post(url, {"preview": uuid.uuid4()})
    koen.post(reverse("certification:impact", args=[draft.uuid]))
    stale = ImpactPreview.objects.get()
    title = {"revision": 2, "title": "Anders"}
    koen.post(reverse("certification:draft_title", args=[draft.uuid]), title)
    koen.post(url, {"preview": stale.uuid})
    assert SchemeVersion.objects.count() == 1
    other = begun(town)
    koen.post(reverse("certification:draft_plan", args=[other.uuid]), plan)
    koen.post(reverse("certification:impact", args=[other.uuid]))
    koen.post(url, {"preview": ImpactPreview.objects.get(draft=other).uuid})
    koen.get(reverse("certification:draft_publish", args=[other.uuid]))
    assert SchemeVersion.objects.count() == 1
    koen.post(reverse("certification:draft_publish", args=[other.uuid]), {"preview": stale.uuid})
    assert SchemeVersion.objects.count() == 1


def test_it_publishes_a_draft_once(town: Town):
    koen, draft = Browser(town, "koen"), begun(town)
    put_in_force(koen, draft)
    seen = {"preview": ImpactPreview.objects.get().uuid}
    for _again in range(2):
        koen.post(reverse("certification:draft_publish", args=[draft.uuid]), seen)
    assert SchemeVersion.objects.count() == 2


def test_it_publishes_nothing_for_who_lost_the_role(town: Town):
    koen, draft = Browser(town, "koen"), begun(town)
    grant = town.koen.role_assignments.get()
    end_role(grant, actor=town.ada, now=NOW)
    assert {page.status_code for page in put_in_force(koen, draft)} <= {302, 404}  # the session ended too
    assert SchemeVersion.objects.count() == 1


def test_it_lets_a_coordinator_of_some_change_nothing(town: Town):
    draft = begun(town)
    vera = Browser(town, "vera")
    assert {page.status_code for page in put_in_force(vera, draft)} == {404}
    assert upload(vera, json.dumps(content())).status_code == 404
    draft.refresh_from_db()
    assert (draft.revision, SchemeVersion.objects.count()) == (1, 1)


def test_it_shows_texts_of_a_scheme_as_words(town: Town):
    """A scheme of a stranger's file is read by every volunteer."""
    readiness.ready(town.noor, NOW.date(), NOW)
    data = content()
    data["title"] = PAYLOAD[:110]
    for rule in data["rules"]:
        rule |= {"title": PAYLOAD[:110], "why": PAYLOAD, "how": PAYLOAD, "alternative": PAYLOAD}
    koen = Browser(town, "koen")
    assert upload(koen, json.dumps(data)).status_code == 302
    put_in_force(koen, SchemeDraft.objects.get())
    assert SchemeVersion.objects.count() == 2
    assert Standing.objects.filter(person=town.noor).exists()
    about = ("person", "record", "extend", "hand_in_for", "prospect_of", "as_of_person")
    pages = [koen.get(f"/inzetbaar/{town.noor.uuid}/")]
    pages += [
        koen.get(reverse(f"certification:{name}", args=[] if name == "extend" else [town.noor.uuid]))
        for name in about
    ]
    pages += [koen.get(reverse(f"dashboards:{name}")) for name in ("board", "matrix", "outlook")]
    pages += [
        Browser(town, "noor").get(reverse(f"certification:{name}"))
        for name in ("mine", "hand_in", "prospect")
    ]
    pages += [
        koen.get(reverse("certification:scheme")),
        Browser(town, "femke").get(reverse("certification:scheme")),
    ]
    for page in pages:
        assert page.status_code == 200
        assert alive_in(page.content.decode()) == []


def test_it_reads_no_field_twice(town: Town):
    """A file must say one thing, whoever reads it: a person, another program, or the editor."""
    body = json.dumps(content()).replace('"minimum": 3', '"minimum": 1, "minimum": 3', 1)
    assert body.count('"minimum": 1, "minimum": 3') == 1
    answer = upload(Browser(town, "koen"), body)
    assert "Een veld staat er twee keer." in answer.content.decode()
    assert not SchemeDraft.objects.exists()
