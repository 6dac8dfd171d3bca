"""A long lesson with every kind of exercise, for somebody with a full history; and what a page weighs."""

import gzip
import re
import uuid
from datetime import datetime
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from uuid import UUID

from django.contrib.staticfiles import finders

from lms.accounts.models import User
from lms.courses.exercises.content import exercise_of
from lms.courses.exercises.rules import from_data, key_of, to_data
from lms.courses.models import Attempt, Enrollment, ExerciseState, HomePage, LessonPage, LessonProgress
from lms.courses.progress.places import address_of
from tests.bench.bare import Cost, beside
from tests.bench.content import PARAGRAPH
from tests.bench.figures import Figure
from tests.bench.measure import Action, answered
from tests.bench.urls import SAME
from tests.bench.world import BARE_HOST, signed_in
from tests.factories import courses as make
from tests.factories.exercises import MAKERS

BLOCKS, EXERCISES, TRIES = 60, 20, 5
MAIN = re.compile(r"<main[^>]*>(.*)</main>", re.DOTALL)
STATIC = re.compile(r'(?:href|src)="/static/([^"?]+)"')
ELSEWHERE = re.compile(
    r'(?:<link|<script|<img|<source|<iframe)[^>]*(?:href|src)="(?:https?:)?//', re.IGNORECASE
)
INSIDE = re.compile(r'(?:url\("?|from "|import ")(\.[^")]+)')
HASH = re.compile(r"\.[0-9a-f]{12}(?=\.[a-z0-9]+$)")


def rich_figures(home: HomePage, person: User, runs: int, now: datetime) -> list[Figure]:
    """Return the cost of the steps of the lesson beside a bare page with the same HTML, and its weight."""
    lesson = rich_lesson(home, person, now)
    browser = signed_in(person)
    address = address_of(lesson.url_path)
    urls = [f"{address}?stap={number}" for number in range(1, EXERCISES + 1)]
    visits = [answered(200, partial(browser.get, url)) for url in urls]
    costs = [beside([visit], _same(person, url), runs) for visit, url in zip(visits, urls, strict=True)]
    found, bare = (_heaviest([pair[at] for pair in costs]) for at in (0, 1))
    return [
        Figure("lesson_rich.sql", found.sql, "sql", bare.sql),
        Figure("lesson_rich.ms", found.ms, "ms", bare.ms),
        weight_figure(browser.get(urls[0]).content.decode()),
    ]


def rich_lesson(home: HomePage, person: User, now: datetime) -> LessonPage:
    """Make a lesson of 60 blocks, 20 of them exercises of all kinds, that this person did five times."""
    course = make.course(home, title="Cursus met een lange les", slug="lange-les")
    exercises = [maker() for maker in islice(cycle(MAKERS.values()), EXERCISES)]
    reading = BLOCKS // EXERCISES - 1
    blocks = [one for each in exercises for one in (*(make.text(PARAGRAPH) for _n in range(reading)), each)]
    lesson = make.lesson(make.module(course), *blocks, title="Lang", number="1.1")
    taken = Enrollment.objects.create(user=person, course=course, enrolled_at=now)
    about = {"enrollment": taken, "lesson_uid": lesson.uid}
    LessonProgress.objects.create(**about, started_at=now, seen_at=now, completed_at=now)
    for block in exercises:
        response = to_data(exercise_of(block).solution())
        mine = {**about, "exercise_uid": UUID(block["id"])}
        ExerciseState.objects.create(**mine, stage=ExerciseState.Stage.PASSED, last_response=response)
        Attempt.objects.bulk_create(
            Attempt(
                **mine,
                submission=uuid.uuid4(),
                response=response,
                response_key=key_of(from_data(response) | {"try": (str(number),)}),
                outcome="passed",
                answered_at=now,
            )
            for number in range(TRIES)
        )
    return lesson


def _same(person: User, url: str) -> Action:
    """Return the visit to a Wagtail page that has the HTML of this page as its content."""
    browser = signed_in(person)
    found = MAIN.search(browser.get(url).content.decode())
    if found is None:
        raise RuntimeError("a page without main")
    SAME[url] = found[1]
    return answered(200, lambda: browser.get("/zelfde/leeg/", {"van": url}, headers={"host": BARE_HOST}))


def _heaviest(costs: list[Cost]) -> Cost:
    """Return the most statements, and the milliseconds of the middle one."""
    return Cost(max(one.sql for one in costs), sorted(one.ms for one in costs)[len(costs) // 2])


def weight_figure(html: str) -> Figure:
    """Return the KB of a first visit, as a proxy sends them (text compressed), beside the KB on disk.

    The page, its styles, its scripts and the modules they import, and both files of upright letters: a
    browser fetches italics only for a text that has them.
    RuntimeError when the page asks anything of another site.
    """
    if ELSEWHERE.search(html):
        raise RuntimeError("the page asks something of another site")
    waiting, seen = [HASH.sub("", name) for name in STATIC.findall(html)], dict[str, bytes]()
    while waiting:
        name = waiting.pop()
        path = finders.find(name)
        if name in seen or not path or "italic" in name:
            continue
        seen[name] = Path(str(path)).read_bytes()
        if name.endswith((".css", ".js")):
            folder = Path(str(path)).parent
            waiting += [_inside(name, folder, one) for one in INSIDE.findall(seen[name].decode())]
    sent = sum(_sent(name, content) for name, content in seen.items()) + _sent("html", html.encode())
    raw = sum(map(len, seen.values())) + len(html.encode())
    return Figure("lesson_weight.kb", round(sent / 1024, 1), "KB", round(raw / 1024, 1))


def _inside(name: str, folder: Path, relative: str) -> str:
    whole = (folder / relative).resolve()
    depth = len(Path(name).parts) - 1
    return whole.relative_to(folder.parents[depth - 1]).as_posix()


def _sent(name: str, content: bytes) -> int:
    return len(content) if name.endswith(".woff2") else len(gzip.compress(content, 6))
