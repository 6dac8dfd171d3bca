"""What a coordinator can write down about a person, under the scheme of today."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from lms.accounts.models import User
from lms.certification.models import Evidence, StatementVersion
from lms.certification.readiness import (
    CompletedItems,
    ConversationHeld,
    FactKind,
    Rule,
    SeenAndValid,
    SignedStatement,
    walk,
)
from lms.certification.readiness.rules import LimitsCardMade
from lms.certification.readiness.scheme import Group
from lms.certification.standings.selectors import Ground
from lms.courses import public as courses
from lms.courses.models import LessonPage
from lms.municipality.public import current_settings, fill_slots, slot_values

Choices = tuple[tuple[str, str], ...]
AGE_OF_OWN_CONSENT = 16


@dataclass(frozen=True, slots=True)
class SheetChoices:
    """The questions on the sheet: pairs of a key and the words for it.

    `news` are the changes of lessons that are still to be read. `asks_age` is true where volunteers may be
    under sixteen (domain.md §6.3), `asks_card` where the scheme asks a limits card. `lists` names the talks
    that go by a list of points.
    """

    talks: Choices
    seen: Choices
    statements: Choices
    alternatives: Choices
    lessons: Choices
    news: Choices
    meetings: tuple[courses.MeetingPresence, ...]
    asks_age: bool
    asks_card: bool
    lists: frozenset[str]


def sheet_choices(person: User, ground: Ground, now: datetime) -> SheetChoices:
    """What can be written down about a person now; at most 7 queries."""
    scheme = ground.scheme_for(person.joined_on)
    leaves = [rule for rule in walk(scheme.criteria) if not isinstance(rule, Group)]
    return SheetChoices(
        talks=_named((rule.what, rule.title) for rule in leaves if isinstance(rule, ConversationHeld)),
        seen=_named((rule.what, rule.title) for rule in leaves if isinstance(rule, SeenAndValid)),
        statements=_named((rule.code, rule.title) for rule in leaves if isinstance(rule, SignedStatement)),
        alternatives=_named((rule.id, rule.title) for rule in leaves),
        lessons=_open_lessons(person, leaves),
        news=_open_news(person),
        meetings=tuple(each for each in courses.meetings_of(person) if each.starts_at <= now),
        asks_age=current_settings().minimum_age < AGE_OF_OWN_CONSENT,
        asks_card=any(isinstance(rule, LimitsCardMade) for rule in leaves),
        lists=frozenset(rule.what for rule in leaves if isinstance(rule, ConversationHeld) and rule.points),
    )


def version_on_paper(code: str, signed_on: date) -> int:
    """The number of the version that was signed on paper on a day: the one asked then, or the first."""
    versions = StatementVersion.objects.filter(code=code).order_by("effective_on", "number")
    asked = versions.filter(effective_on__lte=signed_on).last() or versions.first()
    return asked.number if asked else 0


def _named(pairs: Iterable[tuple[str, str]]) -> Choices:
    return tuple(dict(pairs).items())


def _open_lessons(person: User, leaves: Iterable[Rule]) -> Choices:
    asked = {item for rule in leaves if isinstance(rule, CompletedItems) for item in rule.items}
    lines = Evidence.objects.effective().filter(person=person, kind=FactKind.ITEM_COMPLETED)
    missing = asked - set(lines.values_list("key", flat=True))
    pages = LessonPage.objects.filter(uid__in=missing).order_by("path").values_list("uid", "number", "title")
    values = slot_values(current_settings())
    return tuple((str(uid), fill_slots(f"{number} {title}".strip(), values)) for uid, number, title in pages)


def _open_news(person: User) -> Choices:
    """What changed in lessons and was not read yet, as the ledger says; with the day it went online."""
    lines = Evidence.objects.effective().filter(person=person)
    read = set(lines.filter(kind=FactKind.REFRESHED).values_list("ref", flat=True))
    due = lines.filter(kind=FactKind.REFRESH_DUE).order_by("happened_on", "pk")
    left = [row for row in due.values_list("ref", "key", "happened_on") if row[0] not in read]
    links = courses.lesson_links({lesson for _change, lesson, _day in left}) if left else {}
    values = slot_values(current_settings())
    names = {lesson: fill_slots(name, values) for lesson, (_url, name) in links.items()}
    return tuple(
        (change, f"{names.get(lesson, _('Een eerdere les'))}, {date_format(day)}")
        for change, lesson, day in left
    )
