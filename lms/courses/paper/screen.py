"""The paper screen as its template lays it out: every field with what was filled in, and what came of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from lms.courses.exercises.rules import Outcome
from lms.courses.paper.rules import Field
from lms.courses.paper.selectors import PaperLesson, PaperModule, PaperRow
from lms.courses.paper.services import READ, Entered, Trouble

Sent = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class OptionView:
    """One thing to choose."""

    value: str
    text: str
    is_chosen: bool


@dataclass(frozen=True)
class FieldView:
    """One thing to fill in, with what stands in it."""

    name: str
    label: str
    way: str
    options: tuple[OptionView, ...]
    value: str


@dataclass(frozen=True)
class RowView:
    """One exercise. `trouble`: why it was not written down; `status`: how it stands now."""

    uid: UUID
    code: str
    heading: str
    fields: tuple[FieldView, ...]
    trouble: str
    status: str
    kind: str

    @property
    def anchor(self) -> str:
        """Where the first field is, for the error summary."""
        first = self.fields[0]
        return f"{first.name}.1" if first.way == "several" else first.name


@dataclass(frozen=True)
class LessonView:
    """One lesson; with rows, or with a box to say that it was read."""

    name: str
    is_done: bool
    rows: tuple[RowView, ...]
    read_name: str
    is_read: bool


@dataclass(frozen=True)
class Screen:
    """The whole screen."""

    lessons: tuple[LessonView, ...]

    @property
    def troubles(self) -> tuple[RowView, ...]:
        """The exercises that were not written down."""
        return tuple(row for lesson in self.lessons for row in lesson.rows if row.trouble)


def screen_of(page: PaperModule, sent: Sent, entered: Entered | None) -> Screen:
    """Return the screen with what was typed, and what came of it when it was sent."""
    return Screen(tuple(_lesson(lesson, sent, entered or Entered()) for lesson in page.lessons))


def _lesson(lesson: PaperLesson, sent: Sent, entered: Entered) -> LessonView:
    name = f"{READ}.{lesson.uid}"
    rows = tuple(_row(row, sent, entered) for row in lesson.rows)
    return LessonView(lesson.name, lesson.is_done, rows, name, name in sent)


def _row(row: PaperRow, sent: Sent, entered: Entered) -> RowView:
    outcome = entered.outcomes.get(row.uid)
    status, kind = _judged(outcome) if outcome else (row.status, row.kind)
    return RowView(
        uid=row.uid,
        code=row.code,
        heading=row.heading,
        fields=tuple(_field(one, sent.get(one.name, ())) for one in row.fields),
        trouble=trouble_words(entered.troubles.get(row.uid)),
        status=status,
        kind=kind,
    )


def _judged(outcome: Outcome) -> tuple[str, str]:
    return (_("Bewaard: klaar"), "ok") if outcome.passed else (_("Bewaard: nog niet klaar"), "busy")


def trouble_words(trouble: Trouble | None) -> str:
    """Return the sentence about a row that was not written down; "" for none."""
    return {
        None: "",
        Trouble.NOT_WHOLE: _("Dit is nog niet af. Vul elk deel in, en elke plaats één keer."),
        Trouble.CHANGED: _("Dit past niet bij de oefening van nu. Kijk het na."),
        Trouble.TOO_LONG: _("Deze tekst is te lang. Maak hem korter."),
    }[trouble]


def _field(field: Field, values: Iterable[str]) -> FieldView:
    typed = tuple(values)
    return FieldView(
        name=field.name,
        label=field.label,
        way=field.way,
        options=tuple(OptionView(value, text, value in typed) for value, text in field.options),
        value=typed[0] if typed else "",
    )
