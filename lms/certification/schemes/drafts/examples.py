"""What a rule means for one real person, while it is being written."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lms.accounts.models import User
from lms.accounts.public import Role, people_within
from lms.certification import audit
from lms.certification.grounds.selectors import context_on
from lms.certification.knowledge.selectors import facts_of
from lms.certification.readiness import Rule
from lms.certification.readiness.examples import worked_example
from lms.certification.schemes.drafts.rule_forms import CHOOSE

MOST_PEOPLE = 100


@dataclass(frozen=True, slots=True)
class Example:
    """A rule for one person, line by line."""

    name: str
    lines: tuple[str, ...]


class ExampleForm(forms.Form):
    """Whom the example is about: the first of the people one coordinates, unless another is chosen."""

    person = forms.ChoiceField(label=_("Voorbeeld van wie?"), required=False, error_messages=CHOOSE)

    def __init__(self, *args: Any, editor: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = people_within(editor, Role.COORDINATOR).order_by("name", "pk")
        self.people = {str(uuid): name for uuid, name in people.values_list("uuid", "name")[:MOST_PEOPLE]}
        self.fields["person"].choices = list(self.people.items())  # type: ignore[attr-defined]  # a ChoiceField

    def chosen(self) -> str:
        """The id of the person, or empty when there is nobody."""
        wanted = self.cleaned_data.get("person", "") if self.is_bound and self.is_valid() else ""
        return wanted or next(iter(self.people), "")


def example_for(form: ExampleForm, rule: Rule, names: Mapping[str, str], editor: User) -> Example | None:
    """The example of a rule for the chosen person; that it was looked at is logged. `names` are of codes."""
    uuid = form.chosen()
    if not uuid:
        return None
    person = people_within(editor, Role.COORDINATOR).get(uuid=UUID(uuid))
    audit.person_viewed(person, editor)
    facts = facts_of([person.pk]).get(person.pk, [])
    return Example(person.name, worked_example(rule, facts, context_on(timezone.localdate()), names))
