"""Reads for a person's own page."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lms.accounts.models import User
from lms.accounts.people.selectors import contact_person_name, organisation_name, roles_in_words, theme_names
from lms.accounts.policies import holds
from lms.accounts.roles import Role


@dataclass(frozen=True)
class Line:
    """One line of the page: what it is, what it says, and where it can be changed."""

    label: str
    value: str
    url: str = ""


@dataclass(frozen=True)
class Link:
    """A page about me elsewhere."""

    label: str
    url: str


@dataclass(frozen=True)
class MyPage:
    """What my own page shows."""

    lines: tuple[Line, ...]
    links: tuple[Link, ...]


# Pages of other apps may not be installed: their links are left out then.
LINKS = (
    ("accounts:reading_aids", gettext_lazy("Leeshulp")),
    ("mfa_index", gettext_lazy("Extra slot op je account")),
    ("usersessions_list", gettext_lazy("Waar ben ik ingelogd?")),
    ("privacy:mine", gettext_lazy("Mijn gegevens")),
    ("audit:mine", gettext_lazy("Wie keek er naar mijn gegevens?")),
)
VOLUNTEERS_LINKS = (("exports:sharing", gettext_lazy("Mijn status delen")),)


def my_page(person: User) -> MyPage:
    """Return my page: name, address, roles, organisation and themes, and where more is to be found.

    Organisation and themes are asked of volunteers only; others see them only when something is kept.
    """
    lines = [
        Line(_("Naam"), person.name, reverse("accounts:my_name")),
        Line(_("E-mailadres"), person.email, reverse("account_email")),
        Line(_("Rol"), roles_in_words(person) or _("Nog geen rol")),
    ]
    organisation, themes = organisation_name(person), theme_names(person)
    is_volunteer = holds(person, Role.VOLUNTEER)
    if is_volunteer or organisation or themes:
        lines += [
            Line(_("Organisatie"), organisation or _("Geen"), reverse("accounts:my_organisation")),
            Line(_("Contactpersoon"), contact_person_name(person) or _("Nog geen")),
            Line(
                _("Waar ik over mee wil denken"),
                ", ".join(themes) or _("Niets gekozen"),
                reverse("accounts:my_themes"),
            ),
        ]
    return MyPage(tuple(lines), tuple(_links([*LINKS, *(VOLUNTEERS_LINKS if is_volunteer else ())])))


def _links(wanted: Iterable[tuple[str, Any]]) -> Iterator[Link]:
    for name, label in wanted:
        with suppress(NoReverseMatch):
            yield Link(str(label), reverse(name))
