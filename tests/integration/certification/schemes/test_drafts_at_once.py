"""Two people at one draft: one change is made, the other is told."""

import pytest

from lms.certification.models import DraftRevision
from lms.certification.readiness import scheme_from_data
from lms.certification.schemes.drafts import rules
from lms.certification.schemes.drafts.services import DraftChanged, change_scheme
from tests.at_once import at_once

pytestmark = [pytest.mark.two_connections, pytest.mark.django_db(transaction=True)]


def test_it_makes_one_of_two_changes_on_the_same_revision(draft, koen, greet, now):
    def move(actor, rule_id):
        return lambda: change_scheme(
            draft, 1, lambda scheme: rules.move(scheme, rule_id, -1), actor=actor, now=now
        )

    errors = at_once([move(koen, "vog"), move(greet, "intervision")])
    draft.refresh_from_db()
    assert [type(error) for error in errors] == [DraftChanged]
    assert (draft.revision, DraftRevision.objects.count()) == (2, 2)
    assert scheme_from_data(draft.content)
