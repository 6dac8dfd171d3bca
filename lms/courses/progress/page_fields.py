"""The fields of a page with an exercise, and the response they mean.

They are those of the response (docs/decisions/0014) but for two kinds that a plain form cannot send so:
`order` has a place per item (`place-<uid>`: 1 is the first), and `dialogue` repeats what was said (`said`).
"""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.http import QueryDict

from lms.courses.exercises.dialogue import Dialogue
from lms.courses.exercises.ordering import Order
from lms.courses.exercises.rules import ANSWER, Exercise, Response, UnansweredError, UnknownAnswerError

Fields = Mapping[str, tuple[str, ...]]
PLACE, SAID, KEY = "place", "said", "half_answer"
LONGEST, MOST, LONGEST_NAME = 200, 200, 60
"""The most characters of a value, values, and characters of a name that are remembered of a form."""


def fields_in(data: QueryDict) -> Fields:
    """Return what was filled in; an empty field and characters that no database keeps are left out."""
    sent = ((name, values) for name, values in data.lists() if name.split("-", 1)[0] in {ANSWER, PLACE, SAID})
    cleaned = {name: tuple(value.replace("\x00", "") for value in values) for name, values in sent}
    given = {name: tuple(value for value in values if value.strip()) for name, values in cleaned.items()}
    return {name: values for name, values in given.items() if values}


def response_in(fields: Fields) -> Response:
    """Return the response that the fields of a page mean.

    Raises UnansweredError when two items have the same place, UnknownAnswerError for one that is no number.
    """
    places = {name: values for name, values in fields.items() if name.startswith(f"{PLACE}-")}
    if places:
        return {ANSWER: _in_order(places)}
    rest = {name: values for name, values in fields.items() if name != SAID}
    if SAID in fields and ANSWER in fields:
        return {**rest, ANSWER: (*fields[SAID], *fields[ANSWER])}
    return rest


def _in_order(places: Fields) -> tuple[str, ...]:
    at: dict[int, str] = {}
    for name, values in places.items():
        number = number_in(values[0])
        if number is None or len(values) > 1:
            raise UnknownAnswerError(name)
        if number in at:
            raise UnansweredError(name)
        at[number] = name.removeprefix(f"{PLACE}-")
    return tuple(at[number] for number in sorted(at))


def number_in(text: str) -> int | None:
    """Return a small number from 1, or None for anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 4 and int(text) else None


def place_field(uid: UUID) -> str:
    """Return the field for the place of one item."""
    return f"{PLACE}-{uid}"


def fields_of(exercise: Exercise, response: Response) -> Fields:
    """Return the fields of the page that mean this response to this exercise."""
    if isinstance(exercise, Order):
        return {f"{PLACE}-{uid}": (str(at),) for at, uid in enumerate(response[ANSWER], start=1)}
    if isinstance(exercise, Dialogue):
        return {SAID: response.get(ANSWER, ())}
    return response


def remember(session: Any, exercise: UUID, fields: Fields) -> None:
    """Keep what was filled in of one exercise until it is answered: in the session, never as an attempt."""
    kept: dict[str, list[str]] = {}
    room = MOST
    for name, values in fields.items():
        if room > 0 and len(name) <= LONGEST_NAME:
            kept[name] = [value[:LONGEST] for value in values[:room]]
            room -= len(kept[name])
    session[KEY] = {"exercise": str(exercise), "fields": kept}


def remembered(session: Any, exercise: UUID) -> Fields | None:
    """Return what was filled in of this exercise and not answered yet, or None."""
    half = session.get(KEY)
    if not half or half["exercise"] != str(exercise):
        return None
    return {name: tuple(values) for name, values in half["fields"].items()}


def forget(session: Any, exercise: UUID) -> None:
    """Take away what was filled in of this exercise: it was answered."""
    if remembered(session, exercise) is not None:
        del session[KEY]
