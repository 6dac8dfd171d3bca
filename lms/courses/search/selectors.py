"""Looking for words in the courses that a person may read."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _
from wagtail.search.query import And, PlainText

from lms.accounts.models import User
from lms.courses.exercises.content import parts_of
from lms.courses.exercises.steps import steps
from lms.courses.pages.models import CoursePage, LessonPage
from lms.courses.pages.search_text import texts_to_find
from lms.courses.progress.lists import module_name, name_of
from lms.courses.progress.places import COURSE, STEP, Lesson, Module, Place, places_in
from lms.courses.progress.policies import may_read_along
from lms.courses.progress.selectors import enrolled_places
from lms.courses.search.rules import Piece, holds, shown, words_of
from lms.municipality.public import fill_slots

MOST = 200


@dataclass(frozen=True)
class FoundLesson:
    """A lesson that holds the words: where, and a piece of its text. The address is that of the step."""

    title: str
    module: str
    url: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class FoundTerm:
    """A word of the word list, with its meaning."""

    term: str
    meaning: str


@dataclass(frozen=True)
class Found:
    """What was found: words of the word list first, then lessons in the order of the course."""

    terms: tuple[FoundTerm, ...] = ()
    lessons: tuple[FoundLesson, ...] = ()


def readable_places(person: User) -> list[Place]:
    """Return the courses this person may search: those one takes, or all for who reads along."""
    if may_read_along(person):
        return places_in(person, Q(depth__gte=COURSE // STEP))
    return enrolled_places(person)


def find(places: Sequence[Place], question: str, values: Mapping[str, str]) -> Found:
    """Return what holds every word of the question; 2 queries, however many lessons there are.

    `values` fill the fill-in words. Without a word to look for nothing is found.
    """
    words = words_of(question)
    modules = [module for place in places for module in place.modules]
    if not words or not places:
        return Found()
    return Found(_terms(places, words, values), _lessons(modules, words, values) if modules else ())


def _terms(
    places: Iterable[Place], words: tuple[str, ...], values: Mapping[str, str]
) -> tuple[FoundTerm, ...]:
    lists = CoursePage.objects.filter(uid__in=[place.uid for place in places]).values_list(
        "glossary", flat=True
    )
    entries = [
        FoundTerm(fill_slots(term["value"]["term"], values), fill_slots(term["value"]["meaning"], values))
        for glossary in lists
        for term in glossary.get_prep_value()
    ]
    return tuple(entry for entry in entries if holds(entry.term, words))


def _lessons(
    modules: Sequence[Module], words: tuple[str, ...], values: Mapping[str, str]
) -> tuple[FoundLesson, ...]:
    scope = reduce(or_, (Q(path__startswith=module.path) for module in modules))
    pages = LessonPage.objects.live().filter(scope)
    found = {page.uid: page for page in pages.autocomplete(And([PlainText(word) for word in words]))[:MOST]}
    return tuple(
        _shown(lesson, module, found[lesson.uid], words, values)
        for module in modules
        for lesson in module.lessons
        if lesson.uid in found
    )


def _shown(
    lesson: Lesson, module: Module, page: LessonPage, words: tuple[str, ...], values: Mapping[str, str]
) -> FoundLesson:
    blocks = list(page.body.get_prep_value())
    texts = [(uid, fill_slots(text, values)) for uid, text in texts_to_find(blocks)]
    # The first of the blocks that hold most of the words.
    uid, text = max(texts, key=lambda one: sum(holds(one[1], (word,)) for word in words), default=(None, ""))
    return FoundLesson(
        title=fill_slots(name_of(lesson), values),
        module=module_name(module),
        url=_address(lesson.url, blocks, uid),
        pieces=shown(text, words) if text else (Piece(_("Deze les heeft nog geen tekst."), False),),
    )


def _address(url: str, blocks: list[dict[str, object]], uid: UUID | None) -> str:
    step = next((step for step in steps(parts_of(blocks)) if uid in step.blocks), None)
    return f"{url}?stap={step.number}" if step else url
