"""Noor's start page: one next step, then what is open with its dates, then the way to being matchable."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lms.accounts.models import User
from lms.certification.public import Criterion, Readiness, readiness_of
from lms.courses.public import (
    MeetingCard,
    NextStep,
    TaskRow,
    news_rows,
    next_step,
    reply_rows,
    upcoming_meetings,
)
from lms.intervision.public import SessionCard, upcoming_sessions
from lms.municipality.public import current_settings, fill_slots, slot_values

# The whole list is one page further: here what is done or moving, and why only where it waits, ends or ended.
WORTH_A_SENTENCE = ("wait", "stop")


@dataclass(frozen=True)
class NextCard:
    """The one thing to do now."""

    title: str
    meta: str
    url: str
    action: str


@dataclass(frozen=True)
class WhatNow:
    """Everything the start page of a volunteer shows."""

    name: str
    next: NextCard | None
    open: tuple[TaskRow, ...]
    readiness: Readiness | None
    way: tuple[TaskRow, ...]


def what_now(person: User, now: datetime) -> WhatNow:
    """Return the start page of a volunteer at this moment."""
    readiness = readiness_of(person, timezone.localdate(now))
    step = next_step(person)
    dated = [_meeting(card, now) for card in upcoming_meetings(person, now)]
    dated += [_session(card, now) for card in upcoming_sessions(person, now)]
    news, todo = news_rows(person), _todo(readiness)
    card = _lesson_card(step) if step else None
    if card is None and (news or todo):
        first = (news or todo).pop(0)
        card = NextCard(first.label, first.hint, first.url, _("Doe dit nu"))
    rows = [*news, *reply_rows(person)]
    rows += [row for _moment, row in sorted(dated, key=lambda pair: pair[0])] + todo
    return WhatNow(person.get_short_name(), card, tuple(rows), readiness, tuple(_way(readiness)))


def _lesson_card(step: NextStep) -> NextCard:
    minutes = ngettext("Nog %(count)d minuut.", "Nog %(count)d minuten.", step.minutes_left)
    meta = minutes % {"count": step.minutes_left} if step.minutes_left else ""
    if step.resumed_at:
        # A title may be a quotation itself: quotes within quotes are hard to read.
        meta = f"{meta} {_('Je was bij: ‘%(title)s’.') % {'title': step.resumed_at.strip('‘’')}}".strip()
    action = _("Ga verder met deze les") if step.has_started else _("Begin met deze les")
    words = slot_values(current_settings())
    return NextCard(fill_slots(step.label, words), fill_slots(meta, words), step.url, action)


def _meeting(card: MeetingCard, now: datetime) -> tuple[datetime, TaskRow]:
    label = _("Bijeenkomst %(number)d: %(title)s") % {"number": card.number, "title": card.title}
    hint = " ".join(
        filter(None, [_when(card.starts_at, card.ends_at), _place(card.place), _with(card.trainer)])
    )
    return card.starts_at, TaskRow(
        label, reverse("cohorts:meeting", args=[card.uuid]), hint, _days(card.starts_at, now)
    )


def _session(card: SessionCard, now: datetime) -> tuple[datetime, TaskRow]:
    label = _("Intervisie: %(group)s") % {"group": card.group}
    hint = " ".join(
        filter(None, [_when(card.starts_at, card.ends_at), _place(card.place), _with(card.facilitator)])
    )
    return card.starts_at, TaskRow(label, reverse("intervision:mine"), hint, _days(card.starts_at, now))


def _when(starts_at: datetime, ends_at: datetime) -> str:
    start, end = timezone.localtime(starts_at), timezone.localtime(ends_at)
    return _("%(day)s, %(start)s tot %(end)s uur.") % {
        "day": date_format(start, "l j F Y"),
        "start": date_format(start, "H.i"),
        "end": date_format(end, "H.i"),
    }


def _place(place: str) -> str:
    return f"{place.rstrip('.')}." if place else ""


def _with(name: str) -> str:
    return _("Met %(name)s.") % {"name": name.split(" ", maxsplit=1)[0]} if name else ""


def _days(moment: datetime, now: datetime) -> str:
    days = (timezone.localdate(moment) - timezone.localdate(now)).days
    if days <= 0:
        return _("Vandaag")
    if days == 1:
        return _("Morgen")
    return _("Over %(days)d dagen") % {"days": days}


def _todo(readiness: Readiness | None) -> list[TaskRow]:
    """What the volunteer can do here for a criterion: what is open, and what is to be done again.

    The lessons of the first time are left out, those are the next step already. A life domain asks nothing
    by itself: only what the person had there and is ending.
    """
    if readiness is None or readiness.is_stopped:
        return []
    own = [each for domain in readiness.domains for each in domain.criteria if _moves(each)]
    criteria = [*readiness.criteria, *own]
    leaves = [part for criterion in criteria for part in (criterion.parts or (criterion,))]
    return [row for leaf in leaves for row in _rows(leaf)]


def _rows(leaf: Criterion) -> list[TaskRow]:
    if leaf.again:
        return [
            TaskRow(name, url, _("Deze les telt weer mee als je hem opnieuw doet."), leaf.word, leaf.kind)
            for url, name in leaf.again
        ]
    elsewhere = (reverse("progress:courses"), reverse("intervision:mine"), reverse("changes:open"))
    if not leaf.url or leaf.url in elsewhere or leaf.is_waiting:
        return []
    # To say that something was shown or held is a first step for nobody: first it has to happen.
    if leaf.url.startswith(reverse("certification:hand_in")) and not _moves(leaf):
        return []
    return [TaskRow(leaf.title, leaf.url, leaf.how, leaf.word, leaf.kind)]


def _moves(leaf: Criterion) -> bool:
    return leaf.kind in WORTH_A_SENTENCE


def _way(readiness: Readiness | None) -> list[TaskRow]:
    if readiness is None:
        return []
    return [
        TaskRow(each.title, "", each.sentence if each.kind in WORTH_A_SENTENCE else "", each.word, each.kind)
        for each in readiness.every_criterion
        if each.kind != "plain"
    ]
