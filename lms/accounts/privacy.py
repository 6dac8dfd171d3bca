"""What the tables of accounts hold about people (domain.md §6.2)."""

from django.utils.translation import gettext_lazy as _

from lms.accounts.models import (
    Invitation,
    Membership,
    Organisation,
    ReadingAids,
    RoleAssignment,
    Theme,
    ThemeChoice,
    User,
)
from lms.privacy.public import PersonalData, register

WHILE_ACTIVE = _("zolang je meedoet, en 12 maanden daarna")

register(
    User,
    PersonalData(
        holds=_("Je naam en e-mailadres"),
        why=_("Zo kun je inloggen en weten we wie je bent."),
        subject="self",
        keep=WHILE_ACTIVE,
        fields=("name", "email", "joined_on", "last_login"),
    ),
)
register(
    RoleAssignment,
    PersonalData(
        holds=_("Je rollen"),
        why=_("Je rol bepaalt wat je kunt zien en doen."),
        subject="user",
        keep=WHILE_ACTIVE,
        fields=("role", "granted_at", "ended_at"),
    ),
)
register(
    Membership,
    PersonalData(
        holds=_("De organisatie waar je bij hoort"),
        why=_("Zo weten we wie jouw contactpersoon is. Jij gaf daar toestemming voor."),
        subject="user",
        keep=_("tot je je toestemming intrekt, of tot je stopt"),
        fields=("organisation", "consented_at", "consent_version", "ended_at", "shares_status_since"),
    ),
)
register(
    ThemeChoice,
    PersonalData(
        holds=_("Onderwerpen waar je over mee wilt denken"),
        why=_("Zo vindt je coördinator een vraag die bij je past. Jij gaf daar toestemming voor."),
        subject="user",
        keep=_("tot je ze intrekt, of tot je stopt"),
        fields=("theme", "consented_at", "consent_version"),
    ),
)
register(
    Invitation,
    PersonalData(
        holds=_("Je uitnodiging"),
        why=_("Zo weten we wie je uitnodigde, en wanneer je voor het eerst kwam."),
        subject="user",
        keep=WHILE_ACTIVE,
        fields=("invited_at", "mailed_at", "accepted_at"),
    ),
)
register(
    ReadingAids,
    PersonalData(
        holds=_("Je leeshulp: hoe je wilt lezen"),
        why=_("Zo ziet elke pagina eruit zoals jij kiest, ook op een ander apparaat."),
        subject="user",
        keep=_("tot je alles terugzet, of tot je stopt"),
        fields=(
            *("text", "spacing", "font", "contrast", "calm", "pictograms", "easy", "speed"),
            "changed_at",
        ),
    ),
)
register(Organisation)
register(Theme)
