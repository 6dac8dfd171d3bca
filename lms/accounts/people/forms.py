"""Forms about people and organisations."""

from typing import Any, cast

import django_filters
from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from lms.accounts.models import Organisation, RoleAssignment, Theme, User
from lms.accounts.people.selectors import organisations
from lms.accounts.people.services import CONSENT_VERSION
from lms.accounts.roles import ORGANISATION_ROLES, Role


class ChoosingForm(forms.Form):
    """A form that narrows a list: whatever stays empty leaves the list as it is."""

    hides_optional = True


class PeopleFilter(django_filters.FilterSet):
    """Find people by role and by whether they came in yet; names are searched elsewhere, not in a URL."""

    rol = django_filters.ChoiceFilter(
        method="with_role", label=_("Rol"), choices=Role.choices, empty_label=_("Alle rollen")
    )
    stand = django_filters.ChoiceFilter(
        method="with_state",
        label=_("Stand"),
        empty_label=_("Iedereen"),
        choices=[("actief", _("Actief")), ("uitgenodigd", _("Uitgenodigd")), ("uit", _("Account staat uit"))],
    )

    class Meta:
        model = User
        fields: list[str] = []
        form = ChoosingForm

    def with_role(self, people: QuerySet[User], name: str, value: str) -> QuerySet[User]:
        """Keep people who hold the role now."""
        holders = RoleAssignment.objects.filter(role=value, ended_at=None).values("user")
        return people.filter(pk__in=holders)

    def with_state(self, people: QuerySet[User], name: str, value: str) -> QuerySet[User]:
        """Keep people who came in, who were invited only, or whose account is closed."""
        if value == "uit":
            return people.filter(is_active=False)
        waiting = Q(invitation__isnull=False, invitation__accepted_at=None)
        people = people.filter(is_active=True)
        return people.filter(waiting) if value == "uitgenodigd" else people.exclude(waiting)


class SearchForm(forms.Form):
    """Ask a name. It is posted and kept in the session: a name never stands in an address or a log."""

    hides_optional = True
    words = forms.CharField(label=_("Naam of e-mailadres"), max_length=100, required=False)


class ConsentForm(forms.Form):
    """A form that counts only with consent to the text on the page."""

    consent_version = forms.IntegerField(widget=forms.HiddenInput, initial=CONSENT_VERSION)

    def clean_consent_version(self) -> int:
        """Refuse consent to an older text."""
        version: int = self.cleaned_data["consent_version"]
        if version != CONSENT_VERSION:
            raise forms.ValidationError(_("De tekst is veranderd. Lees hem opnieuw."))
        return version


class MembershipForm(ConsentForm):
    """Ask the organisation, and whether the person agreed to us keeping it."""

    organisation = forms.ModelChoiceField(
        queryset=Organisation.objects.none(),
        to_field_name="uuid",
        required=False,
        label=_("Organisatie"),
        empty_label=_("Geen organisatie"),
    )
    consent = forms.BooleanField(required=False)

    def __init__(self, *args: Any, consent_label: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ModelChoiceField, self.fields["organisation"]).queryset = organisations()
        self.fields["consent"].label = consent_label

    def clean(self) -> dict[str, Any]:
        """Ask consent for an organisation; none is needed to have no organisation."""
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("organisation") and not cleaned.get("consent"):
            self.add_error(
                "consent",
                _(
                    "Zonder toestemming bewaren wij de organisatie niet. "
                    "Zet een vinkje of kies ‘Geen organisatie’."
                ),
            )
        return cleaned


class SharingForm(forms.Form):
    """Whether the contact person may see the status."""

    shares = forms.ChoiceField(choices=(("yes", "yes"), ("no", "no")))


class ThemesForm(ConsentForm):
    """Ask which themes a person wants to think along about."""

    themes = forms.ModelMultipleChoiceField(
        queryset=Theme.objects.all(),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        label=_("Waar wil je over meedenken?"),
    )
    consent = forms.BooleanField(
        required=False, label=_("Ja, mijn coördinator en contactpersoon mogen dit zien.")
    )

    def clean(self) -> dict[str, Any]:
        """Ask consent for a choice; none is needed to withdraw."""
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("themes") and not cleaned.get("consent"):
            self.add_error("consent", _("Zet hier een vinkje. Anders bewaren wij je keuze niet."))
        return cleaned


class NameForm(forms.Form):
    """Ask a person's own name."""

    name = forms.CharField(
        label=_("Hoe heet je?"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Vul je naam in.")},
    )


class RoleForm(forms.Form):
    """Ask a new role, and the organisation where it needs one."""

    role = forms.ChoiceField(
        choices=[("", _("Kies een rol")), *Role.choices],
        label=_("Welke rol komt erbij?"),
        error_messages={"required": _("Kies een rol.")},
    )
    organisation = forms.ModelChoiceField(
        queryset=Organisation.objects.none(),
        to_field_name="uuid",
        required=False,
        label=_("Voor welke organisatie?"),
        help_text=_("Nodig bij een contactpersoon. Bij een coördinator: leeg is voor iedereen."),
        empty_label=_("Voor iedereen"),
    )

    def __init__(self, *args: Any, person: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person
        cast(forms.ModelChoiceField, self.fields["organisation"]).queryset = organisations()

    def clean(self) -> dict[str, Any]:
        """Ask the organisation of a contact person; other roles than coordinator hold for everybody."""
        cleaned: dict[str, Any] = super().clean() or {}
        role, organisation = cleaned.get("role"), cleaned.get("organisation")
        if role in ORGANISATION_ROLES and organisation is None:
            self.add_error("organisation", _("Kies de organisatie van de contactpersoon."))
        if organisation and role not in {*ORGANISATION_ROLES, Role.COORDINATOR}:
            self.add_error("organisation", _("Deze rol geldt voor iedereen. Kies hier geen organisatie."))
        held = RoleAssignment.objects.filter(
            user=self.person, role=role, organisation=organisation, ended_at=None
        )
        if role and held.exists():
            self.add_error("role", _("Deze persoon heeft deze rol al. Kies een andere rol."))
        return cleaned


class OrganisationForm(forms.ModelForm):
    """Ask what we know of a partner."""

    class Meta:
        model = Organisation
        fields = ["name", "convenant_signed_on", "pledged_volunteers"]
        widgets = {"convenant_signed_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")}
        error_messages = {
            "name": {
                "required": _("Vul de naam in."),
                "unique": _("Deze organisatie staat al in de lijst."),
            }
        }
