"""Measure everything, in an order that leaves the world as the next figure needs it."""

import gc
from collections.abc import Callable, Iterator
from datetime import datetime

from lms.courses.models import CoursePage
from tests.bench.background import (
    delivery_figure,
    load_course_figure,
    standings_figure,
)
from tests.bench.certificates import certificates_figure
from tests.bench.figures import Figure
from tests.bench.learning import check_courses_done, learning_figures
from tests.bench.many import Asked
from tests.bench.overview import overview_figures
from tests.bench.readiness import readiness_figures
from tests.bench.rich import rich_figures
from tests.bench.workbook import workbook_figures
from tests.bench.world import Size, World, build_world

RUNS = 40


def measure(size: Size, clock: Callable[[], datetime], runs: int = RUNS) -> Iterator[Figure]:
    """Build a world of this size and yield its figures, one by one."""
    world = build_world(size, clock())
    # What the bench itself holds in memory is no part of an installation: collecting garbage must not see it.
    gc.collect()
    gc.freeze()
    try:
        yield from _figures(world, size, clock, runs)
    finally:
        gc.unfreeze()


def _figures(world: World, size: Size, clock: Callable[[], datetime], runs: int) -> Iterator[Figure]:
    yield standings_figure(world.learners, clock())
    yield delivery_figure("deliver.per_s", clock())  # every standing becomes a line of the feed
    for taught, mark in ((world.short, ""), (world.long, "_100")):
        yield from learning_figures(taught, mark, runs)
    yield delivery_figure("deliver_completions.per_s", clock())
    for taught in (world.short, world.long):
        check_courses_done(taught)
    yield from overview_figures(world, runs)
    yield from rich_figures(world.home, world.short.reader, runs, clock())
    yield load_course_figure(clock())
    yield from workbook_figures(CoursePage.objects.latest("pk"))
    yield certificates_figure(world.learners[:runs], clock())
    course = world.short.course
    yield from readiness_figures(size.crowd, Asked(course.uids("scenarios"), course.uids()), clock())
