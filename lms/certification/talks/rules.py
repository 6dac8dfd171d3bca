"""Pure: a talk as a list of points that were talked about. No mark, no score, no order of merit."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from lms.certification.readiness import ConversationHeld, Scheme, dutch_date, walk
from lms.certification.readiness.names import CLOSING_TALK, CLOSING_TALK_POINTS

FINAL, PROVISIONAL, OPEN = "final", "provisional", "open"
TAG_KINDS = {FINAL: "ok", PROVISIONAL: "wait", OPEN: "plain"}


@dataclass(frozen=True, slots=True)
class PointLine:
    """One point of a talk: talked about for good, provisionally (the trainer said so), or not yet."""

    code: str
    title: str
    state: str
    day: date | None

    @property
    def kind(self) -> str:
        """The kind of tag."""
        return TAG_KINDS[self.state]

    @property
    def word(self) -> str:
        """The state in words."""
        if self.day is None:
            return "Nog niet besproken"
        word = "Besproken" if self.state == FINAL else "Voorlopig besproken"
        return f"{word} op {dutch_date(self.day)}"


def conversations(scheme: Scheme) -> dict[str, ConversationHeld]:
    """The talks that a scheme asks, by the id of the rule."""
    return {rule.id: rule for rule in walk(scheme.criteria) if isinstance(rule, ConversationHeld)}


def closing_talk(scheme: Scheme) -> ConversationHeld | None:
    """The rule about the closing talk, or None when the scheme asks none."""
    found = (rule for rule in conversations(scheme).values() if rule.what == CLOSING_TALK)
    return next(found, None)


def points_of(rule: ConversationHeld) -> dict[str, str]:
    """The points to talk about, code and title.

    A closing talk has its seven points as a guide, also where the scheme only asks that it was held.
    """
    codes: Iterable[str] = rule.points
    if not rule.points and rule.what == CLOSING_TALK:
        codes = CLOSING_TALK_POINTS
    return {code: CLOSING_TALK_POINTS.get(code, code) for code in codes}


def lines_of(
    rule: ConversationHeld, final: Mapping[str, date], provisional: Mapping[str, date]
) -> tuple[PointLine, ...]:
    """The list of points with where each stands; `final` and `provisional` give the newest day per code.

    The empty code stands for a talk that was about everything.
    """
    whole = final.get("")
    found: list[PointLine] = []
    for code, title in points_of(rule).items():
        days = [day for day in (final.get(code), whole) if day is not None]
        if days:
            found.append(PointLine(code, title, FINAL, max(days)))
        else:
            day = provisional.get(code)
            found.append(PointLine(code, title, OPEN if day is None else PROVISIONAL, day))
    return tuple(found)


def kept_points(rule: ConversationHeld, talked: Collection[str], asked: Collection[str]) -> tuple[str, ...]:
    """The points of a talk that count: talked about, asked by the rule, and not to come back to.

    A rule without points of its own asks one talk as a whole: that counts only when nothing is left to do.
    """
    if not rule.points:
        return () if asked else ("",)
    return tuple(code for code in rule.points if code in talked and code not in asked)
