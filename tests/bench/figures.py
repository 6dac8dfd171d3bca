"""A figure with what it is compared to, the bounds it must keep, and how the list is written down."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

# The bounds of the issues: at most so many queries (and KB)...
BOUNDS = {
    "course_page.sql": 8,
    "lesson_page.sql": 10,
    "result_post.sql": 10,
    "result_post_completes.sql": 10,
    "board.sql": 12,
    "feed.sql": 5,
    "lesson_rich.sql": 10,
    "lesson_weight.kb": 150,
}
# ...and not one more for a longer course or for more people.
AS_MANY_AS = {
    "course_page_100.sql": "course_page.sql",
    "lesson_page_100.sql": "lesson_page.sql",
    "result_post_100.sql": "result_post.sql",
    "result_post_completes_100.sql": "result_post_completes.sql",
    "board_100.sql": "board.sql",
}


@dataclass(frozen=True)
class Figure:
    """One measured number, and the same number for the bare work."""

    name: str
    value: float
    unit: str
    reference: float

    @property
    def ratio(self) -> float:
        """How many times the bare work this is."""
        return round(self.value / self.reference, 2)

    def line(self) -> str:
        """Return the figure as one line of text."""
        bound = f"  at most {BOUNDS[self.name]}" if self.name in BOUNDS else ""
        numbers = f"{self.value:>9g} {self.unit:<4} {self.reference:>9g} {self.ratio:>8.2f}"
        return f"{self.name:<32}{numbers}{bound}"

    def data(self) -> dict[str, object]:
        """Return the figure as it stands in the file."""
        return {
            "name": self.name,
            "value": self.value,
            "unit": self.unit,
            "reference": self.reference,
            "ratio": self.ratio,
        }


HEADING = f"{'figure':<32}{'value':>9} {'unit':<4} {'bare':>9} {'ratio':>8}"


def broken(figures: Iterable[Figure]) -> list[str]:
    """Return a sentence for every bound that is not kept; a bound without its figure is not kept either."""
    values = {figure.name: figure.value for figure in figures}
    missing = sorted((BOUNDS.keys() | AS_MANY_AS.keys()) - values.keys())
    return [
        *(f"{name} was not measured." for name in missing),
        *(
            f"{name} is {values[name]:g}, more than {bound}."
            for name, bound in BOUNDS.items()
            if name in values and values[name] > bound
        ),
        *(
            f"{name} is {values[name]:g}, not the {values[other]:g} of {other}."
            for name, other in AS_MANY_AS.items()
            if name in values and other in values and values[name] != values[other]
        ),
    ]


def write(figures: Sequence[Figure], path: Path) -> None:
    """Write the figures to a file, as a list of objects."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps([figure.data() for figure in figures], indent=1) + "\n", encoding="utf-8")
