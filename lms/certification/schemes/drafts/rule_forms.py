"""Input about one criterion: what every kind of criterion has, and how long it counts."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from lms.certification.readiness import Rule, RuleError, Scheme
from lms.certification.readiness.rules import MOST_DUE_DAYS, Effect
from lms.certification.readiness.validity import (
    LONGEST_WINDOW,
    MOST_DAYS,
    RenewFrom,
    Unit,
    Validity,
    ValidityError,
)
from lms.certification.schemes.choices import SchemeChoices
from lms.certification.schemes.drafts import rules

FOR_GOOD = ""
EFFECTS = (
    (Effect.BLOCK.value, _("Nodig: zonder dit is iemand niet inzetbaar")),
    (Effect.WARN.value, _("Hoort erbij: de inzet stopt er niet door")),
    (Effect.INFO.value, _("Goed om te weten")),
)
UNITS = (
    (FOR_GOOD, _("Voorgoed")),
    (Unit.DAYS.value, _("Een aantal dagen")),
    (Unit.MONTHS.value, _("Een aantal maanden")),
    (Unit.YEAR_END.value, _("Tot en met 31 december")),
)
RENEWALS = (
    (RenewFrom.COMPLETION.value, _("Vanaf de dag dat het opnieuw is gedaan")),
    (RenewFrom.EXPIRY.value, _("Vanaf het einde van de oude periode")),
    (RenewFrom.FIXED.value, _("Altijd tot dezelfde dag in het jaar")),
)
VALIDITY = ("unit", "length", "renew_from", "window_days", "warn_days", "fixed_day", "fixed_month")
REQUIRED = {"required": _("Vul dit in.")}
CHOOSE = {
    "required": _("Kies een antwoord."),
    "invalid_choice": _("Kies een van de antwoorden die er staan."),
}


@dataclass(frozen=True, slots=True)
class Part:
    """Some fields of the form under one heading."""

    title: str | Promise
    hint: str | Promise
    fields: list[Any]


def number(label: Any, least: int, most: int, **options: Any) -> forms.IntegerField:
    """A whole number between two ends, that says in Dutch which ends those are."""
    between = format_lazy(_("Kies een heel getal van {least} tot en met {most}."), least=least, most=most)
    errors: dict[str, Any] = {**REQUIRED, "invalid": between, "min_value": between, "max_value": between}
    return forms.IntegerField(label=label, min_value=least, max_value=most, error_messages=errors, **options)


def choice(label: Any, choices: Any, **options: Any) -> forms.ChoiceField:
    """One answer of a few, all visible."""
    return forms.ChoiceField(
        label=label, choices=choices, widget=forms.RadioSelect, error_messages=CHOOSE, **options
    )


def _text(label: Any, hint: Any = "", rows: int = 3) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(
        label=label, help_text=hint, max_length=1000, widget=widget, error_messages=REQUIRED
    )


def plain(text: str) -> str:
    """A text with ordinary line ends, whatever the browser made of them."""
    return "\n".join(line.strip() for line in text.splitlines())


class RuleForm(forms.Form):
    """A criterion. `result` is the criterion that was filled in, once the form is valid.

    `scheme` is the draft, `at` the place of the criterion in it (None for a new one), `where` the list that a
    new one is meant for.
    """

    hides_optional = True
    makes: ClassVar[type[Rule]]
    own: ClassVar[tuple[str, ...]] = ()
    """The fields of this kind, by the names of the parameters of the rule."""
    blame: ClassVar[str | None] = None
    """The field that a refusal of the pure core is about."""

    revision = forms.IntegerField(widget=forms.HiddenInput)
    title = forms.CharField(label=_("Hoe heet deze eis?"), max_length=120, error_messages=REQUIRED)
    effect = choice(_("Hoe zwaar telt het?"), EFFECTS)
    where = forms.ChoiceField(label=_("Waar hoort deze eis bij?"), error_messages=CHOOSE)
    why = _text(_("Waarom vragen wij dit?"), _("Schrijf het voor de vrijwilliger, met ‘je’."))
    how = _text(_("Hoe doe je dit?"), _("Noem je een getal of een dag? Kijk dan of het nog klopt."))
    alternative = _text(_("Welke andere manier is er?"), _("Elke eis kan ook in een gesprek of op papier."))
    due_days = number(
        _("Binnen hoeveel dagen na de start?"),
        1,
        MOST_DUE_DAYS,
        required=False,
        help_text=_("Leeg is: er is geen datum. Later mag altijd, niemand verliest iets."),
    )
    unit = choice(_("Hoe lang telt het?"), UNITS, required=False)
    length = number(
        _("Hoeveel dagen, maanden of jaren?"),
        0,
        MOST_DAYS,
        required=False,
        help_text=_("Bij 31 december: 0 is dit jaar, 1 is volgend jaar."),
    )
    renew_from = choice(_("Vanaf wanneer telt een nieuwe periode?"), RENEWALS, required=False)
    window_days = number(
        _("Hoeveel dagen voor het einde mag verlengen al?"), 0, LONGEST_WINDOW, required=False
    )
    warn_days = number(_("Hoeveel dagen voor het einde waarschuwen wij?"), 0, LONGEST_WINDOW, required=False)
    fixed_day = number(
        _("Vaste dag"), 1, 31, required=False, help_text=_("Alleen bij dezelfde dag in het jaar.")
    )
    fixed_month = number(_("Vaste maand"), 1, 12, required=False, help_text=_("1 is januari."))

    def __init__(
        self,
        *args: Any,
        scheme: Scheme,
        choices: SchemeChoices,
        at: rules.Placed | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.scheme, self.choices, self.at = scheme, choices, at
        self.result: Rule | None = None
        self.fields["where"].choices = list(self._places())  # type: ignore[attr-defined]  # a ChoiceField
        if not self.makes.can_expire:
            for name in VALIDITY:
                if name not in self.own:
                    del self.fields[name]
        self.offer()

    def offer(self) -> None:
        """Fill in what one can choose from; kinds of criteria extend this."""

    def parts(self) -> Iterator[Part]:
        """The form in parts, for the template."""
        yield self._part(_("Wat vragen wij?"), "", ("title", *self.own_fields(), "effect", "where"))
        yield self._part(_("Uitleg voor de vrijwilliger"), "", ("why", "how", "alternative"))
        if self.makes.can_expire:
            kept = _("Alles wat is gedaan, blijft altijd bewaard. Telt het voorgoed? Laat de rest dan leeg.")
            yield self._part(_("Hoe lang telt dit?"), kept, VALIDITY)
        yield self._part(_("Is er een datum?"), "", ("due_days",))

    def own_fields(self) -> tuple[str, ...]:
        """The names of the fields that only this kind has."""
        return self.own

    def clean(self) -> dict[str, Any]:
        """Let the pure core judge the whole criterion."""
        cleaned = super().clean() or self.cleaned_data
        if not self.errors:
            try:
                self.result = self.makes(id=self._id(), **self._shared(), **self.values())
            except ValidityError as error:
                self.add_error(error.field, str(error))
            except RuleError as error:
                self.add_error(self.blame, str(error))
        return cleaned

    def values(self) -> dict[str, Any]:
        """The parameters that only this kind of rule has."""
        return {name: self.cleaned_data[name] for name in self.own}

    def _shared(self) -> dict[str, Any]:
        texts = {name: plain(self.cleaned_data[name]) for name in ("title", "why", "how", "alternative")}
        rest = {"effect": Effect(self.cleaned_data["effect"]), "due_days": self.cleaned_data["due_days"]}
        return {**texts, **rest, "validity": self._validity()}

    def _validity(self) -> Validity | None:
        if not self.makes.can_expire or not self.cleaned_data["unit"]:
            return None
        given = self.cleaned_data
        renew_from = RenewFrom(given["renew_from"] or RenewFrom.COMPLETION)
        is_fixed = renew_from is RenewFrom.FIXED
        return Validity(
            length=-1 if given["length"] is None else given["length"],
            unit=Unit(given["unit"]),
            renew_from=renew_from,
            window_days=given["window_days"] or 0,
            warn_days=given["warn_days"] or 0,
            fixed_month=(given["fixed_month"] or 0) if is_fixed else 0,
            fixed_day=(given["fixed_day"] or 0) if is_fixed else 0,
        )

    def _id(self) -> str:
        return self.at.rule.id if self.at else rules.new_id(self.scheme, self.cleaned_data["title"])

    def _places(self) -> Iterator[tuple[str, Any]]:
        own = {f"{rules.GROUP}{each.id}" for each in rules.family(self.at.rule)} if self.at else set()
        for where, title in rules.lists_of(self.scheme):
            if where == rules.SHARED:
                yield where, _("Iedereen")
            elif where.startswith(rules.DOMAIN):
                yield where, _("Leefgebied: %s") % title
            elif where not in own:
                yield where, _("Groep: %s") % title

    def _part(self, title: Any, hint: Any, names: tuple[str, ...]) -> Part:
        return Part(title, hint, [self[name] for name in names if name in self.fields])


def initial_of(rule: Rule, where: str) -> dict[str, Any]:
    """A criterion as it is, for the form of its kind."""
    names = ("title", "why", "how", "alternative", "due_days")
    values: dict[str, Any] = {name: getattr(rule, name) for name in names}
    values |= {"effect": rule.effect.value, "where": where, "unit": FOR_GOOD}
    if rule.validity:
        each = rule.validity
        values |= {name: getattr(each, name) for name in VALIDITY}
        values |= {"unit": each.unit.value, "renew_from": each.renew_from.value}
        values |= {"fixed_day": each.fixed_day or None, "fixed_month": each.fixed_month or None}
    return values
