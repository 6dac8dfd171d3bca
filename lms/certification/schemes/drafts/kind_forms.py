"""The kinds of criteria that the editor knows: what they are called, and which fields each has."""

from dataclasses import dataclass, fields
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from lms.certification.readiness import (
    AllOf,
    AnyOf,
    Attended,
    CompletedItems,
    ContactLinked,
    ContentRefreshed,
    ConversationHeld,
    Group,
    GuardianConsent,
    IntervisionHeld,
    NOf,
    Rule,
    SeenAndValid,
    SignedStatement,
)
from lms.certification.readiness.names import CLOSING_TALK_POINTS, name_of
from lms.certification.readiness.rules import LimitsCardMade, RolesDeclared
from lms.certification.readiness.scheme import FirstThen
from lms.certification.schemes.drafts import rules
from lms.certification.schemes.drafts.rule_forms import CHOOSE, RuleForm, choice, initial_of, number

NEW = "-"  # never a code: those begin with a letter


class _LessonsForm(RuleForm):
    """Lessons of a course; one list of check boxes for each module."""

    def offer(self) -> None:
        """One field per module."""
        self._lists = []
        for place, each in enumerate(self.choices.lessons):
            name = f"lessons_{place}"
            self._lists.append(name)
            self.fields[name] = forms.MultipleChoiceField(
                label=each.title,
                choices=each.lessons,
                required=False,
                widget=forms.CheckboxSelectMultiple,
                error_messages=CHOOSE,
                initial=[uid for uid, _title in each.lessons if uid in self.initial.get("items", ())],
            )

    def own_fields(self) -> tuple[str, ...]:
        """The modules, then what the kind itself asks."""
        return (*self._lists, *self.own)

    def values(self) -> dict[str, Any]:
        """Every lesson that was chosen, in the order of the course, and what the kind itself asks."""
        chosen = tuple(uid for name in self._lists for uid in self.cleaned_data[name])
        return {"items": chosen, **{name: self.cleaned_data[name] for name in self.own}}


class ItemsForm(_LessonsForm):
    """Lessons that were done."""

    makes, blame, own = CompletedItems, "minimum", ("minimum",)
    minimum = number(
        _("Hoeveel lessen ten minste?"), 1, 1000, required=False, help_text=_("Leeg is: alle lessen.")
    )


class RefreshForm(_LessonsForm):
    """Lessons of which one reads what changed."""

    makes, blame = ContentRefreshed, None


class AttendedForm(RuleForm):
    """Meetings of a series."""

    makes, blame, own = Attended, "minimum", ("series", "minimum", "of")
    series = forms.ChoiceField(label=_("Welke reeks bijeenkomsten?"), error_messages=CHOOSE)
    minimum = number(_("Hoeveel bijeenkomsten ten minste?"), 1, 100)
    of = number(_("Van hoeveel bijeenkomsten?"), 1, 100)

    def offer(self) -> None:
        """The series there are."""
        self.fields["series"].choices = self.choices.series  # type: ignore[attr-defined]  # a ChoiceField


class SignedForm(RuleForm):
    """A statement."""

    makes, blame, own = SignedStatement, "code", ("code",)
    code = forms.ChoiceField(label=_("Welke verklaring?"), error_messages=CHOOSE)

    def offer(self) -> None:
        """The statements there are."""
        self.fields["code"].choices = self.choices.statements  # type: ignore[attr-defined]  # a ChoiceField


class _WhatForm(RuleForm):
    blame = "what"

    def _offer(self, known: Any, new: Any) -> None:
        self.fields["what"].choices = [*known, (NEW, new)]  # type: ignore[attr-defined]  # a ChoiceField

    def values(self) -> dict[str, Any]:
        """A new thing is called after the criterion."""
        values = super().values()
        is_new = values["what"] == NEW
        return values | ({"what": rules.new_id(self.scheme, self.cleaned_data["title"])} if is_new else {})


class SeenForm(_WhatForm):
    """A document that is shown."""

    makes, own = SeenAndValid, ("what",)
    what = choice(_("Wat ziet de coördinator?"), ())

    def offer(self) -> None:
        """The documents there are, or a new one."""
        self._offer(self.choices.documents, _("Iets anders: het heet zoals deze eis"))


class TalkForm(_WhatForm):
    """A talk, with its points."""

    makes, own = ConversationHeld, ("what", "points")
    what = choice(_("Welk gesprek?"), ())
    points = forms.MultipleChoiceField(
        label=_("Welke punten komen in het gesprek?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages=CHOOSE,
        help_text=_("Kies je niets? Dan telt het gesprek als geheel."),
    )

    def offer(self) -> None:
        """The talks there are, or a new one; the points of the closing talk."""
        self._offer(self.choices.talks, _("Een ander gesprek: het heet zoals deze eis"))
        others = [each for each in self.initial.get("points", ()) if each not in CLOSING_TALK_POINTS]
        known = [*CLOSING_TALK_POINTS.items(), *((each, name_of(each, {})) for each in others)]
        self.fields["points"].choices = known  # type: ignore[attr-defined]  # a MultipleChoiceField

    def values(self) -> dict[str, Any]:
        """The points as the rule holds them."""
        return super().values() | {"points": tuple(self.cleaned_data["points"])}


class RolesForm(RuleForm):
    """Other roles."""

    makes, own = RolesDeclared, ("must_be_seen",)
    must_be_seen = forms.BooleanField(label=_("De coördinator moet het gezien hebben"), required=False)


class IntervisionForm(RuleForm):
    """Intervision in a sliding window."""

    makes, blame = IntervisionHeld, "group_max"
    own = (
        *("minimum_sessions", "window_months", "minimum_net_minutes"),
        *("group_min", "group_max", "warn_days"),
    )
    minimum_sessions = number(_("Hoeveel keer ten minste?"), 1, 1000)
    window_months = number(_("In hoeveel maanden?"), 1, 1200)
    minimum_net_minutes = number(_("Hoeveel minuten samen?"), 0, 100_000)
    group_min = number(_("Met hoeveel mensen ten minste?"), 1, 100)
    group_max = number(_("Met hoeveel mensen ten hoogste?"), 1, 100)

    def values(self) -> dict[str, Any]:
        """No warning is a warning of 0 days."""
        return super().values() | {"warn_days": self.cleaned_data["warn_days"] or 0}


class GuardianForm(RuleForm):
    """Consent of a guardian: nothing to fill in of its own."""

    makes = GuardianConsent


class ContactForm(RuleForm):
    """A contact person: nothing to fill in of its own."""

    makes = ContactLinked


class LimitsForm(RuleForm):
    """The limits card: nothing to fill in of its own."""

    makes = LimitsCardMade


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of criterion, as the editor offers it."""

    label: str | Promise
    about: str | Promise
    form: type[RuleForm]


KINDS: dict[str, Kind] = {
    "lessen": Kind(_("Lessen"), _("Alle lessen, of een aantal daarvan."), ItemsForm),
    "nieuws": Kind(
        _("Lezen wat nieuw is"), _("Alleen wat in een les veranderde voor de veiligheid."), RefreshForm
    ),
    "bijeenkomsten": Kind(_("Bijeenkomsten"), _("Een aantal keer erbij zijn."), AttendedForm),
    "verklaring": Kind(_("Een verklaring"), _("Lezen en tekenen."), SignedForm),
    "document": Kind(_("Een document"), _("De coördinator ziet het. Wij bewaren alleen de datum."), SeenForm),
    "gesprek": Kind(_("Een gesprek"), _("Bijvoorbeeld het eindgesprek."), TalkForm),
    "rollen": Kind(_("Andere rollen"), _("Vertellen welke andere rollen je hebt."), RolesForm),
    "intervisie": Kind(_("Intervisie"), _("Een aantal keer meedoen in een periode."), IntervisionForm),
    "ouder": Kind(_("Toestemming van een ouder"), _("Alleen voor wie jonger is dan 16 jaar."), GuardianForm),
    "contactpersoon": Kind(
        _("Een contactpersoon"), _("Iemand van een organisatie die meedenkt."), ContactForm
    ),
    "grenzenkaart": Kind(_("De grenzenkaart"), _("Alleen dat de kaart gemaakt is."), LimitsForm),
}
GROUPS: dict[str, type[Group]] = {"alles": AllOf, "een": AnyOf, "aantal": NOf, "eerst": FirstThen}


def kind_of(rule: Rule) -> Kind:
    """The kind of a criterion that is not a group."""
    return next(kind for kind in KINDS.values() if kind.form.makes is type(rule))


def form_values(rule: Rule, where: str) -> dict[str, Any]:
    """The criterion as the fields of its form."""
    own = {each.name for each in fields(rule)} - {each.name for each in fields(Rule)}
    return initial_of(rule, where) | {name: getattr(rule, name) for name in own}
