"""Input about other roles."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lms.certification.models import RoleDeclaration
from lms.certification.roles.services import OtherRoles

ADVOCATE, BUDDY, OTHER, NONE = "advocate", "buddy", "other", "none"
CHOICES = (
    (ADVOCATE, _("Ik ben belangenbehartiger")),
    (BUDDY, _("Ik ben maatje")),
    (OTHER, _("Ik heb een andere rol")),
    (NONE, _("Ik heb geen andere rol")),
)


class OtherRolesForm(forms.Form):
    """Which other roles somebody has; "none" is an answer too."""

    submission = forms.UUIDField(widget=forms.HiddenInput)
    roles = forms.MultipleChoiceField(
        label=_("Welke andere rollen heb je?"),
        help_text=_("Andere rollen mogen. Je kunt meer dan 1 antwoord kiezen."),
        choices=CHOICES,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Kies wat bij je past. Geen andere rol is ook een antwoord.")},
    )
    other = forms.CharField(
        label=_("Welke andere rol is dat?"),
        help_text=_("Alleen nodig bij een andere rol. Noem geen namen van inwoners."),
        max_length=200,
        required=False,
    )
    agreements = forms.CharField(
        label=_("Welke afspraken maak je daarover?"),
        help_text=_("Bijvoorbeeld: ik help mijn buurvrouw niet ook als OCO."),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def clean(self) -> dict[str, Any]:
        """Ask for the name of another role, and refuse "none" beside a role."""
        cleaned = super().clean() or self.cleaned_data
        roles = set(cleaned.get("roles", ()))
        if NONE in roles and len(roles) > 1:
            self.add_error("roles", _("Je koos een rol en ook geen rol. Kies wat klopt."))
        if OTHER in roles and not cleaned.get("other"):
            self.add_error("other", _("Schrijf welke andere rol je hebt."))
        return cleaned

    def said(self) -> OtherRoles:
        """What was filled in; words about another role only count when that was chosen."""
        roles, cleaned = self.cleaned_data["roles"], self.cleaned_data
        return OtherRoles(
            is_advocate=ADVOCATE in roles,
            is_buddy=BUDDY in roles,
            other=cleaned["other"] if OTHER in roles else "",
            agreements=cleaned["agreements"],
        )


def answers_of(declaration: RoleDeclaration | OtherRoles) -> list[dict[str, str]]:
    """What was said, as rows for a summary list."""
    roles = [
        str(label)
        for is_so, label in (
            (declaration.is_advocate, _("Belangenbehartiger")),
            (declaration.is_buddy, _("Maatje")),
            (bool(declaration.other), declaration.other),
        )
        if is_so
    ]
    return [
        {"label": str(_("Andere rollen")), "value": "\n".join(roles) or str(_("Geen andere rol"))},
        {"label": str(_("Afspraken")), "value": declaration.agreements or str(_("Niets ingevuld"))},
    ]


def initial_of(declaration: RoleDeclaration | None) -> dict[str, Any]:
    """The form as it was filled in last time: nobody types twice what we know."""
    if declaration is None:
        return {}
    chosen = {ADVOCATE: declaration.is_advocate, BUDDY: declaration.is_buddy, OTHER: bool(declaration.other)}
    roles = [name for name, is_so in chosen.items() if is_so] or [NONE]
    return {"roles": roles, "other": declaration.other, "agreements": declaration.agreements}
