"""The pieces that the page of an exercise is made of: what to choose, fill in, point at and say. Frozen."""

from dataclasses import dataclass

from lms.courses.progress.exercise_marks import Mark

CLOSING, APOSTROPHES = ",.;:!?)…”", "’'"


def is_glued(text: str) -> bool:
    """Say whether a text begins with a mark that closes what is before it; ’s ochtends does not."""
    return text[:1] in CLOSING if text[:1] not in APOSTROPHES else not text[1:2].isalpha()


@dataclass(frozen=True)
class Pick:
    """Something to choose. `mark`: what we say about it, to show only after answering."""

    value: str
    text: str
    is_chosen: bool
    mark: Mark | None = None
    hat: str = ""


@dataclass(frozen=True)
class Row:
    """One of several things to fill in. `trouble`: what is still needed; empty when nothing is."""

    name: str
    text: str
    after: str = ""
    value: str = ""
    picks: tuple[Pick, ...] = ()
    mark: Mark | None = None
    trouble: str = ""
    is_gap: bool = False

    @property
    def label(self) -> str:
        """Return what this is called: its text, with … where a gap is."""
        if not self.is_gap:
            return self.text
        after = "" if len(self.after) < 2 else self.after
        return f"{self.text} … {after}".strip()

    @property
    def is_glued(self) -> bool:
        """Whether what follows a gap stands against it, as a full stop does."""
        return is_glued(self.after)


@dataclass(frozen=True)
class Word:
    """A piece of a text; `value` is empty when it cannot be chosen, else `number` counts from 1."""

    text: str
    value: str = ""
    number: int = 0
    is_chosen: bool = False
    mark: Mark | None = None

    @property
    def is_glued(self) -> bool:
        """Whether it stands against what is before it, as a comma does."""
        return is_glued(self.text)


@dataclass(frozen=True)
class Said:
    """One turn of a talk that is past: what the other said, the reply, and what we say about it."""

    says: str
    value: str
    text: str
    mark: Mark


@dataclass(frozen=True)
class Parts:
    """The parts of one exercise; each kind uses some. `nothing`: what to ask when nothing was chosen."""

    picks: tuple[Pick, ...] = ()
    rows: tuple[Row, ...] = ()
    lettered: tuple[tuple[str, str], ...] = ()
    words: tuple[Word, ...] = ()
    said: tuple[Said, ...] = ()
    says: str = ""
    nothing: str = ""

    @property
    def chosen(self) -> tuple[Pick, ...]:
        """Return what was chosen."""
        return tuple(pick for pick in self.picks if pick.is_chosen)

    @property
    def others(self) -> tuple[Pick, ...]:
        """Return what was not chosen."""
        return tuple(pick for pick in self.picks if not pick.is_chosen)

    @property
    def pointed_at(self) -> tuple[Word, ...]:
        """Return the words that were chosen and that we say something about."""
        return tuple(word for word in self.words if word.is_chosen and word.mark)
