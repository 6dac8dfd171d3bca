"""The editor of schemes: every form of every kind of criterion, filled in wrong in every field."""

import uuid

import pytest
from django.urls import reverse

from lms.certification.models import SchemeDraft, SchemeVersion
from lms.certification.readiness import scheme_from_data, walk
from lms.certification.schemes.drafts.kind_forms import GROUPS, KINDS
from lms.certification.schemes.drafts.services import begin_draft
from tests.conftest import NOW
from tests.integration.security.forms_of import forms_of
from tests.integration.security.town import Browser, Town

pytestmark = pytest.mark.django_db
WRONG = ("\x00", "9" * 40, "group:nergens", "\u202e")


@pytest.fixture
def draft(town: Town, time_machine) -> SchemeDraft:
    time_machine.move_to(NOW)
    found = SchemeVersion.objects.get()
    scheme = scheme_from_data(found.content)
    return begin_draft(scheme, uuid.uuid4(), based_on=found, actor=town.koen, now=NOW)


def address(draft: SchemeDraft, name: str, *rest: str) -> str:
    return reverse(f"certification:{name}", args=[draft.uuid, *rest])


def pages(draft: SchemeDraft) -> list[str]:
    """Return the address of every form of the editor."""
    rules = [rule.id for rule in walk(scheme_from_data(draft.content).criteria)]
    found = [address(draft, "draft_add", kind) for kind in KINDS]
    found += [address(draft, "draft_rule", rule) for rule in rules]
    return [
        *found,
        *(address(draft, name) for name in ("draft_group", "draft_domain", "draft_title", "draft_plan")),
    ]


def test_it_answers_every_form_of_the_editor(town: Town, draft: SchemeDraft):
    koen, broken, tried = Browser(town, "koen"), [], 0
    for page in pages(draft):
        forms = forms_of(koen.get(page).content.decode())
        good = next(form for form in forms if "revision" in form.values).filled()
        attacks = [dict.fromkeys(good, wrong) for wrong in WRONG]
        if "/nieuw/" in page:  # the other pages have the same fields
            attacks += [good | {name: "9" * 40} for name in good]
        for sent in attacks:
            draft.refresh_from_db()
            tried += 1
            if koen.post(page, sent | {"revision": str(draft.revision)}).status_code not in {200, 302}:
                broken.append((page, sent))
    assert broken == []
    assert tried > 200


@pytest.mark.parametrize("group", list(GROUPS))
def test_it_makes_no_group_of_what_is_not_there(town: Town, draft: SchemeDraft, group: str):
    koen, url = Browser(town, "koen"), address(draft, "draft_group")
    said = {"title": "Groep", "effect": "block", "why": "x", "how": "x", "alternative": "x", "kind": group}
    for members in (
        [],
        ["nergens"],
        ["vog", "vog"],
        ["vog", "../x"],
        ["limits_card", "boundaries", "vog"] * 400,
    ):
        sent = said | {"members": members, "n": "99", "revision": "1"}
        assert koen.post(url, sent).status_code in {200, 302, 400}


@pytest.mark.parametrize("revision", ["0", "-1", "99", "9" * 40, "9" * 5000, "x", "", "1.5", "\x00"])
def test_it_takes_no_other_revision(town: Town, draft: SchemeDraft, revision: str):
    koen = Browser(town, "koen")
    for name, sent in (
        ("draft_step", {"step": "remove:vog"}),
        ("draft_undo", {}),
        ("draft_title", {"title": "Gekaapt"}),
        ("draft_domain", {"title": "Gekaapt"}),
    ):
        assert koen.post(address(draft, name), {**sent, "revision": revision}).status_code in {200, 302}
    gone = address(draft, "draft_rule", "nergens")
    assert koen.post(gone, {"revision": revision}).status_code == 404
    draft.refresh_from_db()
    assert draft.revision == 1
