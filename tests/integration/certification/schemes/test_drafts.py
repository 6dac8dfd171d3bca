"""Drafts: each change on the revision that was seen, once, and nothing lost."""

import uuid
from dataclasses import replace
from datetime import timedelta

import pytest

from lms.accounts.models import RoleAssignment
from lms.certification.models import DraftRevision, SchemeDraft
from lms.certification.policies import NotAllowed
from lms.certification.readiness import RuleError, scheme_from_data
from lms.certification.schemes.drafts import rules
from lms.certification.schemes.drafts.services import (
    DraftChanged,
    DraftClosed,
    Plan,
    begin_draft,
    change_scheme,
    discard_draft,
    plan_draft,
    step_back,
)

pytestmark = pytest.mark.django_db


def up(rule_id):
    return lambda scheme: rules.move(scheme, rule_id, -1)


def ids(draft):
    draft.refresh_from_db()
    return [each.id for each in scheme_from_data(draft.content).rules]


def test_it_begins_a_draft_once(scheme, draft, koen, now):
    again = begin_draft(scheme_from_data(scheme.content), draft.uuid, based_on=scheme, actor=koen, now=now)
    assert again == draft
    assert (SchemeDraft.objects.count(), DraftRevision.objects.count()) == (1, 1)
    assert draft.revision == 1


def test_it_changes_a_draft_and_counts_the_revision(draft, koen, now):
    before = ids(draft)
    change_scheme(draft, 1, up("vog"), actor=koen, now=now + timedelta(hours=1))
    assert ids(draft).index("vog") == before.index("vog") - 1
    assert (draft.revision, draft.changed_by, draft.changed_at) == (2, koen, now + timedelta(hours=1))


def test_it_makes_no_revision_of_what_changes_nothing(draft, koen, now):
    change_scheme(draft, 1, lambda scheme: scheme, actor=koen, now=now)
    draft.refresh_from_db()
    assert draft.revision == 1


def test_it_makes_the_same_change_once(draft, koen, now):
    for _time in range(2):
        change_scheme(draft, 1, up("vog"), actor=koen, now=now)
    draft.refresh_from_db()
    assert draft.revision == 2


def test_it_refuses_a_change_on_an_older_revision_and_tells_what_changed(draft, koen, greet, now):
    change_scheme(draft, 1, up("vog"), actor=greet, now=now)
    with pytest.raises(DraftChanged) as refused:
        change_scheme(draft, 1, up("closing_talk"), actor=koen, now=now)
    assert refused.value.by == "Greet"
    assert refused.value.present == up("vog")(refused.value.seen)
    draft.refresh_from_db()
    assert draft.revision == 2


def test_it_keeps_nothing_of_a_change_that_cannot_be_meant(draft, koen, now):
    with pytest.raises(RuleError):
        change_scheme(draft, 1, lambda scheme: rules.remove(scheme, "bestaat_niet"), actor=koen, now=now)
    assert DraftRevision.objects.count() == 1


def test_it_steps_back_as_a_new_revision(draft, koen, now):
    before = ids(draft)
    change_scheme(draft, 1, up("vog"), actor=koen, now=now)
    draft.refresh_from_db()
    step_back(draft, 2, actor=koen, now=now)
    assert ids(draft) == before
    assert draft.revision == 3


def test_it_has_nothing_to_step_back_to_at_the_beginning(draft, koen, now):
    assert step_back(draft, 1, actor=koen, now=now).revision == 1


def test_it_counts_a_new_day_as_a_revision(draft, koen, now, today):
    plan = Plan(effective_on=today, transition="everyone", transition_until=None, summary="Nieuw.")
    plan_draft(draft, 1, plan, actor=koen, now=now)
    assert plan_draft(draft, 1, plan, actor=koen, now=now).revision == 2
    with pytest.raises(DraftChanged):
        plan_draft(draft, 1, replace(plan, summary="Anders."), actor=koen, now=now)


def test_it_closes_a_draft_that_is_put_away(draft, koen, now):
    discard_draft(draft, actor=koen, now=now)
    for again in (
        lambda: discard_draft(draft, actor=koen, now=now),
        lambda: change_scheme(draft, 1, up("vog"), actor=koen, now=now),
    ):
        with pytest.raises(DraftClosed):
            again()


def test_it_lets_only_a_coordinator_of_everybody_change_schemes(scheme, draft, femke, vera, noor, koen, now):
    content = scheme_from_data(scheme.content)
    for stranger in (femke, vera, noor):
        with pytest.raises(NotAllowed):
            begin_draft(content, uuid.uuid4(), based_on=None, actor=stranger, now=now)
        with pytest.raises(NotAllowed):
            change_scheme(draft, 1, up("vog"), actor=stranger, now=now)


def test_it_reads_the_role_again(draft, koen, now):
    assert koen.is_active
    RoleAssignment.objects.filter(user=koen).update(ended_at=now)
    with pytest.raises(NotAllowed):
        change_scheme(draft, 1, up("vog"), actor=koen, now=now)
