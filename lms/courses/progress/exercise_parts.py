"""The parts of an exercise as a page shows them: what to fill in, what was, and what we say about it."""

from collections.abc import Callable, Mapping
from itertools import count
from string import ascii_uppercase
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from lms.courses.exercises.choice import Choice, Choices, Option
from lms.courses.exercises.dialogue import Dialogue
from lms.courses.exercises.gaps import Gaps
from lms.courses.exercises.hot_words import HotWords
from lms.courses.exercises.matching import Match, Sort
from lms.courses.exercises.ordering import Order
from lms.courses.exercises.rules import ANSWER, Exercise, Outcome, field_of
from lms.courses.exercises.statement import FALSE, TRUE, Statement
from lms.courses.progress.exercise_marks import Mark, hat_word, mark_of, mark_on
from lms.courses.progress.exercise_pieces import Parts, Pick, Row, Said, Word
from lms.courses.progress.page_fields import SAID, Fields, number_in, place_field


def parts_shown(exercise: Exercise, fields: Fields, outcome: Outcome | None) -> Parts:
    """Return the parts of an exercise with what was filled in, and with what we say when it was judged."""
    return PARTS[exercise.kind](exercise, fields, outcome)


def _remark(outcome: Outcome | None, uid: UUID) -> Mark | None:
    return mark_on(outcome.remarks.get(str(uid))) if outcome else None


def _choice(exercise: Choice | Choices, fields: Fields, outcome: Outcome | None) -> Parts:
    chosen = fields.get(ANSWER, ())
    return _picked(*(_pick(option, is_chosen=str(option.uid) in chosen) for option in exercise.options))


def _picked(*picks: Pick) -> Parts:
    return Parts(
        picks=picks, nothing="" if any(p.is_chosen for p in picks) else _("Kies eerst een antwoord.")
    )


def _pick(option: Option, *, is_chosen: bool) -> Pick:
    mark = mark_of(option.verdict, option.explanation)
    return Pick(str(option.uid), option.text, is_chosen, mark, hat_word(option.hat))


def _statement(exercise: Statement, fields: Fields, outcome: Outcome | None) -> Parts:
    chosen = fields.get(ANSWER, ())

    def pick(said: str, text: str) -> Pick:
        judged = exercise.judge({ANSWER: (said,)})
        return Pick(said, text, said in chosen, mark_of(judged.verdict, judged.explanation))

    return _picked(pick(TRUE, _("Dit klopt")), pick(FALSE, _("Dit klopt niet")))


def _gaps(exercise: Gaps, fields: Fields, outcome: Outcome | None) -> Parts:
    def row(gap: Any) -> Row:
        value = "".join(fields.get(field_of(gap.uid), ()))
        trouble = "" if value else _("Vul hier nog iets in.")
        mark = _remark(outcome, gap.uid)
        name = field_of(gap.uid)
        return Row(name, gap.before, gap.after, value, mark=mark, trouble=trouble, is_gap=True)

    return Parts(rows=tuple(row(gap) for gap in exercise.gaps))


def _order(exercise: Order, fields: Fields, outcome: Outcome | None) -> Parts:
    items = exercise.shown
    given = {item.uid: fields.get(place_field(item.uid), ("",))[0] for item in items}
    at = {uid: number_in(value) for uid, value in given.items()}
    if set(at.values()) == set(range(1, len(items) + 1)):
        items = tuple(sorted(items, key=lambda item: at[item.uid] or 0))

    def row(item: Any) -> Row:
        place = at[item.uid]
        picks = tuple(
            Pick(str(number), _("%(number)se plaats") % {"number": number}, place == number)
            for number in range(1, len(items) + 1)
        )
        twice = place is not None and list(at.values()).count(place) > 1
        trouble = _("Deze plaats is twee keer gekozen.") if twice else ""
        return Row(
            place_field(item.uid),
            item.text,
            picks=picks,
            mark=_remark(outcome, item.uid),
            trouble=trouble if any(pick.is_chosen for pick in picks) else _("Kies nog een plaats."),
        )

    return Parts(rows=tuple(row(item) for item in items))


def _match(exercise: Match, fields: Fields, outcome: Outcome | None) -> Parts:
    lettered = tuple((letter(at), key, text) for at, (key, text) in enumerate(exercise.rights))

    def row(pair: Any) -> Row:
        chosen = fields.get(field_of(pair.uid), ())
        picks = tuple(Pick(key, f"{name} – {text}", key in chosen) for name, key, text in lettered)
        return _chosen_row(field_of(pair.uid), pair.left, picks, _remark(outcome, pair.uid))

    rows = tuple(row(pair) for pair in exercise.pairs)
    return Parts(rows=rows, lettered=tuple((name, text) for name, _key, text in lettered))


def letter(at: int) -> str:
    """Return A, B … Z, then 27, 28 and so on."""
    return ascii_uppercase[at] if at < len(ascii_uppercase) else str(at + 1)


def _sort(exercise: Sort, fields: Fields, outcome: Outcome | None) -> Parts:
    def row(item: Any) -> Row:
        chosen = fields.get(field_of(item.uid), ())
        picks = tuple(Pick(str(one.uid), one.title, str(one.uid) in chosen) for one in exercise.groups)
        return _chosen_row(field_of(item.uid), item.text, picks, _remark(outcome, item.uid))

    return Parts(rows=tuple(row(item) for item in exercise.shown))


def _chosen_row(name: str, text: str, picks: tuple[Pick, ...], mark: Mark | None) -> Row:
    trouble = "" if any(pick.is_chosen for pick in picks) else _("Kies hier nog iets.")
    return Row(name, text, picks=picks, mark=mark, trouble=trouble)


def _hot_words(exercise: HotWords, fields: Fields, outcome: Outcome | None) -> Parts:
    chosen = fields.get(ANSWER, ())
    numbers = count(1)
    words = tuple(
        Word(
            part.text,
            value=str(part.uid),
            number=next(numbers),
            is_chosen=str(part.uid) in chosen,
            mark=_remark(outcome, part.uid),
        )
        if part.can_be_chosen
        else Word(part.text)
        for part in exercise.parts
    )
    return Parts(words=words, nothing="" if any(w.is_chosen for w in words) else _("Kies eerst een woord."))


def _dialogue(exercise: Dialogue, fields: Fields, outcome: Outcome | None) -> Parts:
    talk = exercise.talk({ANSWER: fields.get(SAID, ())})
    said = tuple(
        Said(turn.says, str(reply.uid), reply.text, mark_of(reply.verdict, reply.explanation))
        for turn, reply in talk.said
    )
    replies = talk.turn.replies if talk.turn else ()
    picks = tuple(Pick(str(reply.uid), reply.text, is_chosen=False) for reply in replies)
    says = talk.turn.says if talk.turn else ""
    return Parts(picks=picks, said=said, says=says, nothing=_("Kies eerst wat je zegt."))


def _task(exercise: Exercise, fields: Fields, outcome: Outcome | None) -> Parts:
    return Parts()


PARTS: Mapping[str, Callable[[Any, Fields, Outcome | None], Parts]] = {
    "question": _choice,
    "scenario": _choice,
    "choices": _choice,
    "statement": _statement,
    "gaps": _gaps,
    "order": _order,
    "match": _match,
    "sort": _sort,
    "hot_words": _hot_words,
    "dialogue": _dialogue,
    "assignment": _task,
}
