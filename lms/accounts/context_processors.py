"""What every template may know about who is looking."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _

from lms.accounts.policies import grants_of
from lms.accounts.reading.cookies import reading_attributes
from lms.accounts.roles import CONTENT_ROLES, Role
from lms.accounts.sign_in.services import seconds_left

V, T, F, C, P, A = (
    Role.VOLUNTEER,
    Role.TRAINER,
    Role.FACILITATOR,
    Role.COORDINATOR,
    Role.CONTACT_PERSON,
    Role.ADMINISTRATOR,
)
# What stands in the menu, for whom, in this order. Of two lines with one label the first that fits wins.
MENU: tuple[tuple[Any, str, frozenset[Role]], ...] = (
    (_("Wat nu?"), "dashboards:start", frozenset({V})),
    (_("Inzetbaar"), "dashboards:board", frozenset({C})),
    (_("Regeling"), "certification:scheme", frozenset({C, T})),
    (_("Mijn mensen"), "dashboards:own_people", frozenset({P})),
    (_("Mensen"), "accounts:people", frozenset({C, P, A})),
    (_("Leren"), "progress:courses", frozenset({V, T, C})),
    (_("Trainingen"), "cohorts:list", frozenset({C, T})),
    (_("Ingeleverd werk"), "hand_ins:list", frozenset({T})),
    (_("Eindgesprekken"), "certification:talks", frozenset({T})),
    (_("Intervisie"), "intervision:groups", frozenset({C})),
    (_("Intervisie"), "intervision:mine", frozenset({V, F})),
    (_("Koppelingen"), "exports:accounts", frozenset({A})),
    (_("Berichten"), "outbox:given_up", frozenset({A})),
    (_("Logboek"), "audit:everything", frozenset({A})),
    (_("Beheer"), "wagtailadmin_home", CONTENT_ROLES),
    (_("Ik"), "accounts:me", frozenset(Role)),
)
# Below which address more pages of an entry stand: its name, then its arguments.
SECTIONS: dict[str, tuple[str, ...]] = {
    "dashboards:board": ("certification:mine",),
    "accounts:people": ("accounts:organisations",),
    "progress:courses": ("wagtail_serve", ""),
    "intervision:groups": ("intervision:mine",),
}


@dataclass(frozen=True)
class Item:
    """One entry of the menu."""

    label: str
    url: str
    is_current: bool


@dataclass(frozen=True)
class Sitting:
    """Who is looking and how long this session lives on, in seconds, for the scripts of the page."""

    person: str
    seconds_left: int


def person(request: HttpRequest) -> dict[str, Any]:
    """Return the menu of the person who is looking, worked out only when asked for, and how they read."""
    return {
        "navigation": SimpleLazyObject(lambda: navigation(request)),
        "sitting": SimpleLazyObject(lambda: sitting(request)),
        "reading_attributes": reading_attributes(request),
    }


def sitting(request: HttpRequest) -> Sitting | None:
    """Return who is looking and for how long; None for a visitor. No query beside those for the person."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return None
    return Sitting(str(user.uuid), seconds_left(request.session, timezone.now()))


def navigation(request: HttpRequest) -> list[Item]:
    """Return the menu by role: one query at most, none for a visitor."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return []
    roles = {grant.role for grant in grants_of(user)}
    wanted = [(label, name) for label, name, allowed in MENU if roles & allowed or name == "accounts:me"]
    items: dict[str, tuple[str, int]] = {}
    for label, name in wanted:
        url = address_of(name)
        if url and str(label) not in items:
            items[str(label)] = (
                url,
                max(depth_of(request.path, url), depth_of(request.path, section_of(name))),
            )
    # An entry may stand below another one: the deepest is where we are.
    deepest = max((depth for _url, depth in items.values()), default=0)
    return [Item(label, url, 0 < depth == deepest) for label, (url, depth) in items.items()]


def address_of(name: str, *args: str) -> str:
    """Return the address of a page, or "" while that page is not installed."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""


def section_of(name: str) -> str:
    """Return the address below which more pages of this entry stand, or "" when there are none."""
    return address_of(*SECTIONS[name]) if name in SECTIONS else ""


def depth_of(path: str, url: str) -> int:
    """Return how much of the path an address covers; 0 when we are not there."""
    return len(url) if is_current(path, url) else 0


def is_current(path: str, url: str) -> bool:
    """Say whether a menu entry is where we are: the page itself or below it; the start page only itself."""
    return path == url or (url not in {"", "/"} and path.startswith(url))
