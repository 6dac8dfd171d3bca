"""Pure rules of reading aids: what can be chosen, how a cookie says it, and what stands on <html>."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass

# What can be chosen; the first of each changes nothing: the page is as the device wants it (quality.md §2).
VALUES: Mapping[str, tuple[str, ...]] = {
    "text": ("100", "125", "150", "200"),
    "spacing": ("normal", "wide"),
    "font": ("own", "system"),
    "contrast": ("system", "light", "dark", "high"),
    "calm": ("off", "on"),
    "pictograms": ("off", "on"),
    "easy": ("off", "on"),
    "speed": ("normal", "slow", "fast"),
}
FIRST = 5  # as many values as the first cookies had; later ones come behind: old cookies stay readable
OF_A_PERSON, OF_A_VISITOR = "p", "v"
BETWEEN = "."


@dataclass(frozen=True)
class ReadingChoice:
    """How somebody wants to read. Raises ValueError for a value that nobody can choose."""

    text: str = "100"
    spacing: str = "normal"
    font: str = "own"
    contrast: str = "system"
    calm: str = "off"
    pictograms: str = "off"
    easy: str = "off"
    speed: str = "normal"

    def __post_init__(self) -> None:
        for name, value in asdict(self).items():
            if value not in VALUES[name]:
                raise ValueError(f"no such {name}")


NOTHING_CHOSEN = ReadingChoice()


@dataclass(frozen=True)
class Remembered:
    """What a browser remembers: the choice, and whether it was that of somebody signed in."""

    choice: ReadingChoice = NOTHING_CHOSEN
    is_of_person: bool = False


def remembered(cookie: str) -> Remembered:
    """Return what a cookie says; for anything that we did not write ourselves: nothing chosen.

    A cookie from before there was so much to choose has fewer values: what was chosen then still holds.
    """
    *values, whose = cookie.split(BETWEEN)
    if not FIRST <= len(values) <= len(VALUES) or whose not in {OF_A_PERSON, OF_A_VISITOR}:
        return Remembered()
    try:
        choice = ReadingChoice(**dict(zip(VALUES, values, strict=False)))
    except ValueError:
        return Remembered()
    return Remembered(choice, whose == OF_A_PERSON)


def cookie_value(memory: Remembered) -> str:
    """Return the cookie for a choice: "125.wide.own.dark.off.on.off.normal.p"."""
    whose = OF_A_PERSON if memory.is_of_person else OF_A_VISITOR
    return BETWEEN.join((*asdict(memory.choice).values(), whose))


def attributes(choice: ReadingChoice) -> dict[str, str]:
    """Return the attributes for <html>; what was not chosen is left out, so that the device decides."""
    return {f"data-{name}": value for name, value in asdict(choice).items() if value != VALUES[name][0]}


def at_sign_in(kept: ReadingChoice | None, memory: Remembered) -> ReadingChoice:
    """Return how a person reads after signing in: what is kept of that person wins.

    With nothing kept, a choice of a visitor on this browser is taken over. A choice that came from somebody
    signed in is not: on a shared computer it is another person's.
    """
    if kept is not None:
        return kept
    return NOTHING_CHOSEN if memory.is_of_person else memory.choice
