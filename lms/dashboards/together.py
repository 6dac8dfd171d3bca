"""Do one thing for many people: choose, look at who and what, do; and take it back where that can be."""

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from lms.accounts.models import User
from lms.accounts.public import Role, people_within
from lms.certification.public import Outcome, decide_all, preview_all, preview_reminders, remind_all

MOST = 200
"""For more people than this one looks twice: what nobody reads is no preview."""
CONFIRM, REMIND, EXTEND = "bevestig", "herinner", "verleng"
# What one may want to do for the people of a group; for who rests there is nothing to do.
ACTIONS: Mapping[str, tuple[str, ...]] = {
    "": (CONFIRM,),
    "ready": (CONFIRM,),
    "waits": (EXTEND,),
    "matchable": (EXTEND,),
    "almost": (REMIND,),
    "expiring": (REMIND, EXTEND),
    "stuck": (REMIND,),
    "in_progress": (REMIND,),
}


@dataclass(frozen=True)
class Action:
    """Something to do for many people, in words. `warning` says what cannot be taken back."""

    name: str
    button: str | Promise
    title: str | Promise
    do: str | Promise
    warning: str | Promise = ""


WORDS = {
    CONFIRM: Action(
        CONFIRM,
        _("Bevestig deze mensen"),
        _("Kijk na wie je bevestigt"),
        _("Bevestig dat zij inzetbaar zijn"),
    ),
    REMIND: Action(
        REMIND,
        _("Stuur een herinnering"),
        _("Kijk na wie een herinnering krijgt"),
        _("Stuur de herinnering"),
        _("Een mail kun je niet terugnemen."),
    ),
    EXTEND: Action(EXTEND, _("Verleng een eis"), "", ""),
}


@dataclass(frozen=True)
class Check:
    """The page that one looks at first: who it is done for, and who not and why."""

    action: Action
    done: tuple[Outcome, ...]
    refused: tuple[Outcome, ...]

    @property
    def people(self) -> str:
        """The ids of those it is done for: who was shown is who gets it."""
        return " ".join(each.person.uuid.hex for each in self.done)


def actions_for(group: str) -> tuple[Action, ...]:
    """What can be done for the people of a group."""
    return tuple(WORDS[name] for name in ACTIONS.get(group, ()))


def people_with(ids: Iterable[str], coordinator: User) -> list[User]:
    """Those of the own people with these ids, by name, at most MOST; what is no id is nobody."""
    found = []
    for value in ids:
        try:
            found.append(uuid.UUID(value))
        except ValueError:
            continue
    mine = people_within(coordinator, Role.COORDINATOR)
    return list(mine.filter(uuid__in=found[:MOST]).order_by("name", "pk"))


def check(name: str, people: Iterable[User], *, actor: User, today: date) -> Check:
    """Say per person what would happen; writes nothing."""
    outcomes = (
        preview_all(people, "confirm", actor=actor, today=today)
        if name == CONFIRM
        else preview_reminders(people, actor=actor, today=today)
    )
    done = tuple(each for each in outcomes if each.is_done)
    return Check(WORDS[name], done, tuple(each for each in outcomes if not each.is_done))


def do(
    name: str, people: Iterable[User], *, submission: uuid.UUID, actor: User, now: datetime
) -> tuple[Outcome, ...]:
    """Do it, and say per person what happened. The same submission twice is done once."""
    if name == CONFIRM:
        return decide_all(people, "confirm", submission=submission, actor=actor, now=now).outcomes
    return remind_all(people, submission=submission, actor=actor, now=now).outcomes
