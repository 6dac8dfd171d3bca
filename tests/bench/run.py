"""Measure everything, in an order that leaves the world as the next figure needs it."""

from collections.abc import Callable, Iterator
from datetime import datetime

from tests.bench.background import (
    delivery_figures,
    load_course_figure,
    standings_figure,
)
from tests.bench.bare import empty_page
from tests.bench.figures import Figure
from tests.bench.learning import check_courses_done, learning_figures
from tests.bench.overview import overview_figures
from tests.bench.world import Size, build_world

RUNS = 40


def measure(size: Size, clock: Callable[[], datetime], runs: int = RUNS) -> Iterator[Figure]:
    """Build a world of this size and yield its figures, one by one."""
    world = build_world(size, clock())
    yield standings_figure(world.learners, clock())
    yield from delivery_figures("deliver.per_s", clock())  # every standing becomes a line of the feed
    empty = empty_page(world.short.reader, runs)
    yield from learning_figures(world.short, "", empty, runs)
    yield from learning_figures(world.long, "_100", empty, runs)
    yield from delivery_figures("deliver_completions.per_s", clock())
    check_courses_done(world.short)
    check_courses_done(world.long)
    yield from overview_figures(world, empty, runs)
    yield load_course_figure(clock())
