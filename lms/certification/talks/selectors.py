"""Reads about talks: the same points and agreements for the volunteer, the trainer and the coordinator."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from lms.accounts.models import User
from lms.certification.handing_in.selectors import standing_answers
from lms.certification.models import Evidence, TalkRecord
from lms.certification.readiness import ConversationHeld, FactKind
from lms.certification.readiness.names import CLOSING_TALK_POINTS
from lms.certification.standings.selectors import Ground
from lms.certification.talks.rules import (
    FINAL,
    OPEN,
    PROVISIONAL,
    PointLine,
    closing_talk,
    conversations,
    lines_of,
)
from lms.courses.public import people_of_trainer

KINDS = (FactKind.HANDED_IN, FactKind.ASSESSED, FactKind.CONVERSATION_HELD)
TAKEN_BACK, NOT_YET = "taken_back", "not_yet"
WORDS = {
    FINAL: "Definitief",
    PROVISIONAL: "Voorlopig",
    NOT_YET: "Nog niet",
    TAKEN_BACK: "Teruggenomen",
    OPEN: "Nog te doen",
}
TAGS = {FINAL: "ok", PROVISIONAL: "wait", NOT_YET: "busy", TAKEN_BACK: "plain", OPEN: "plain"}


@dataclass(frozen=True, slots=True)
class TalkLine:
    """One talk that was held: when, with whom, which points, what was agreed, and where it stands."""

    uuid: str
    held_on: date
    by: User | None
    points: tuple[str, ...]
    agreements: str
    state: str
    asked: tuple[str, ...] = ()
    word: str = ""

    @property
    def label(self) -> str:
        """The state in a word."""
        return WORDS[self.state]

    @property
    def kind(self) -> str:
        """The kind of tag."""
        return TAGS[self.state]

    @property
    def is_provisional(self) -> bool:
        """Say whether the coordinator has not looked at it yet."""
        return self.state == PROVISIONAL


@dataclass(frozen=True, slots=True)
class TalkSheet:
    """Everything about one talk that a scheme asks: the points, the talks that were held, and the state."""

    rule_id: str
    title: str
    points: tuple[PointLine, ...]
    talks: tuple[TalkLine, ...]
    state: str

    @property
    def label(self) -> str:
        """The state in words; talks may add up, so a part may be done."""
        done = sum(1 for point in self.points if point.state == FINAL)
        if self.state == OPEN and done:
            return f"{done} van {len(self.points)} punten"
        return WORDS[self.state]

    @property
    def kind(self) -> str:
        """The kind of tag."""
        return "busy" if self.state == OPEN and self.talks else TAGS[self.state]


@dataclass(frozen=True, slots=True)
class TrainerRow:
    """A person of a trainer, and where the closing talk stands: nothing else."""

    person: User
    sheet: TalkSheet


class _Known:
    """What is known about the talks of some people; 3 queries."""

    def __init__(self, people: Iterable[int]) -> None:
        keys = list(people)
        self.rows: dict[int, list[Evidence]] = defaultdict(list)
        self.talks: dict[int, list[TalkRecord]] = defaultdict(list)
        for row in Evidence.objects.effective().filter(person__in=keys, kind__in=KINDS).order_by("pk"):
            self.rows[row.person_id].append(row)
        for talk in TalkRecord.objects.filter(person__in=keys).select_related("made_by").order_by("pk"):
            self.talks[talk.person_id].append(talk)
        self.answers = {answer.ref: answer for answer in standing_answers(keys)}


def talks_of(person: User, ground: Ground) -> list[TalkSheet]:
    """Every talk that is asked of a person, with what was said about it; 3 queries."""
    known = _Known([person.pk])
    rules = conversations(ground.scheme_for(person.joined_on)).values()
    return [_sheet(person, rule, known) for rule in rules]


def talk_of(person: User, rule: ConversationHeld) -> TalkSheet:
    """One talk that is asked of a person; 3 queries."""
    return _sheet(person, rule, _Known([person.pk]))


def trainer_rows(trainer: User, ground: Ground) -> list[TrainerRow]:
    """The people of a trainer with their closing talk, what is to do first; 4 queries for any number."""
    people = list(people_of_trainer(trainer).order_by("name", "pk"))
    known = _Known(person.pk for person in people)
    asked = ((person, closing_talk(ground.scheme_for(person.joined_on))) for person in people)
    rows = [TrainerRow(person, _sheet(person, rule, known)) for person, rule in asked if rule is not None]
    order = {OPEN: 0, PROVISIONAL: 1, FINAL: 2}
    return sorted(rows, key=lambda row: order[row.sheet.state])


def point_titles(codes: Iterable[str]) -> tuple[str, ...]:
    """The titles of points, in the order given."""
    return tuple(CLOSING_TALK_POINTS.get(code, code) for code in codes)


def _sheet(person: User, rule: ConversationHeld, known: _Known) -> TalkSheet:
    rows = known.rows[person.pk]
    talks = [talk for talk in known.talks[person.pk] if talk.what == rule.what]
    lines = [_line(talk, rows, known) for talk in talks]
    provisional = {
        code: line.held_on
        for talk, line in zip(talks, lines, strict=True)
        if line.is_provisional
        for code in talk.points
    }
    final = _final_days(rule, rows)
    points = lines_of(rule, final, provisional)
    state = _state(rule, points, lines, is_held=bool(final))
    return TalkSheet(rule.id, rule.title, points, tuple(reversed(lines)), state)


def _final_days(rule: ConversationHeld, rows: Iterable[Evidence]) -> dict[str, date]:
    final: dict[str, date] = {}
    for row in rows:
        if row.kind == FactKind.CONVERSATION_HELD and row.key == rule.what:
            final[row.ref] = max(row.happened_on, final.get(row.ref, row.happened_on))
    return final


def _state(
    rule: ConversationHeld, points: Iterable[PointLine], talks: Iterable[TalkLine], *, is_held: bool
) -> str:
    is_whole = all(point.state == FINAL for point in points) if rule.points else is_held
    if is_whole:
        return FINAL
    return PROVISIONAL if any(talk.is_provisional for talk in talks) else OPEN


def _line(talk: TalkRecord, rows: list[Evidence], known: _Known) -> TalkLine:
    ref = str(talk.uuid)
    answer = known.answers.get(ref)
    return TalkLine(
        uuid=ref,
        held_on=talk.held_on,
        by=talk.made_by,
        points=point_titles(talk.points),
        agreements=talk.agreements,
        state=_state_of(talk, rows),
        asked=point_titles(answer.points) if answer is not None else (),
        word=answer.word if answer is not None else "",
    )


def _state_of(talk: TalkRecord, rows: list[Evidence]) -> str:
    ref = str(talk.uuid)
    if talk.is_final:
        return FINAL
    answered = [row for row in rows if row.kind == FactKind.ASSESSED and row.ref == ref]
    if answered:
        return FINAL if answered[-1].state else NOT_YET
    waits = any(row.kind == FactKind.HANDED_IN and row.ref == ref for row in rows)
    return PROVISIONAL if waits else TAKEN_BACK
