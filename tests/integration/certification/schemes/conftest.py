"""A draft to work on, and ways to fill in its pages."""

import uuid
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from lms.certification.models import SchemeDraft
from lms.certification.readiness import Scheme, scheme_from_data
from lms.certification.schemes.drafts.services import Plan, begin_draft, change_scheme, plan_draft
from tests.factories import people


@pytest.fixture
def draft(scheme, koen, now) -> SchemeDraft:
    """A draft that begins with what holds now."""
    content = scheme_from_data(scheme.content)
    return begin_draft(content, uuid.uuid4(), based_on=scheme, actor=koen, now=now)


@pytest.fixture
def greet(db) -> Any:
    """Greet, a colleague of Koen."""
    return people.person("Greet Bakker", people.Role.COORDINATOR)


@pytest.fixture
def changed(koen, now) -> Callable[..., SchemeDraft]:
    """Change a draft in one go, whatever its revision."""

    def change(draft: SchemeDraft, step: Callable[[Scheme], Scheme]) -> SchemeDraft:
        draft.refresh_from_db()
        return change_scheme(draft, draft.revision, step, actor=koen, now=now)

    return change


@pytest.fixture
def planned(koen, now, today) -> Callable[..., SchemeDraft]:
    """Say when a draft is to hold."""

    def plan(
        draft: SchemeDraft,
        effective_on: date | None = None,
        transition: str = "everyone",
        until: date | None = None,
    ) -> SchemeDraft:
        draft.refresh_from_db()
        terms = Plan(
            effective_on=effective_on or today,
            transition=transition,
            transition_until=until,
            summary="Nieuw.",
        )
        return plan_draft(draft, draft.revision, terms, actor=koen, now=now)

    return plan


def typed(form: Any) -> dict[str, Any]:
    """What a browser sends when nobody touches the form."""
    values = {name: form[name].value() for name in form.fields}
    return {name: value for name, value in values.items() if value not in (None, "", False, [])}
