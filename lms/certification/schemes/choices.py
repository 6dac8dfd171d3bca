"""What a rule of a scheme can be about, and what the codes in a scheme are called."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from lms.certification.models import StatementVersion
from lms.certification.readiness import (
    Attended,
    ConversationHeld,
    Scheme,
    SeenAndValid,
    SignedStatement,
    walk,
)
from lms.certification.readiness.names import AGREEMENT, BASIC_TRAINING, CLOSING_TALK, NAMES, SECRECY, VOG
from lms.courses.models import Cohort, CoursePage, ModulePage
from lms.courses.public import course_items
from lms.municipality.public import current_settings, fill_slots, slot_values

Choices = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class LessonList:
    """The lessons of one module, to choose from."""

    title: str
    lessons: Choices


@dataclass(frozen=True, slots=True)
class SchemeChoices:
    """Everything a rule can be about, as pairs of a code and a name."""

    lessons: tuple[LessonList, ...]
    series: Choices
    statements: Choices
    talks: Choices
    documents: Choices

    def names(self) -> Mapping[str, str]:
        """What each code is called, where the sentences do not know a name for it already."""
        found = {code: name for each in self.lessons for code, name in each.lessons}
        for pairs in (self.series, self.statements, self.talks, self.documents):
            found |= {code: name for code, name in pairs if code not in NAMES}
        return found


def scheme_choices(*schemes: Scheme) -> SchemeChoices:
    """What one can choose from, with all that these schemes already name; 4 queries and 3 per course."""
    leaves = [rule for scheme in schemes for rule in walk(scheme.criteria)]
    items = {item for rule in leaves for item in getattr(rule, "items", ())}
    series = {rule.series: rule.series for rule in leaves if isinstance(rule, Attended)}
    statements = {rule.code: rule.title for rule in leaves if isinstance(rule, SignedStatement)}
    talks = {rule.what: rule.title for rule in leaves if isinstance(rule, ConversationHeld)}
    documents = {rule.what: rule.title for rule in leaves if isinstance(rule, SeenAndValid)}
    known = dict.fromkeys(
        [BASIC_TRAINING, *Cohort.objects.order_by("series").values_list("series", flat=True)]
    )
    return SchemeChoices(
        lessons=tuple(_lessons(items)),
        series=tuple({**{each: each for each in known}, **series}.items()),
        statements=tuple({**statements, **_statements()}.items()),
        talks=tuple({**talks, CLOSING_TALK: talks.get(CLOSING_TALK, _("Eindgesprek"))}.items()),
        documents=tuple({**documents, VOG: documents.get(VOG, _("VOG"))}.items()),
    )


def names_of(*schemes: Scheme) -> Mapping[str, str]:
    """What the codes in these schemes are called."""
    return scheme_choices(*schemes).names()


def _statements() -> dict[str, str]:
    known = {AGREEMENT: _("Vrijwilligersovereenkomst"), SECRECY: _("Geheimhouding")}
    rows = StatementVersion.objects.order_by("code", "number").values_list("code", "title")
    return known | dict(rows)


def _lessons(asked: Iterable[str]) -> Iterator[LessonList]:
    missing, values = set(asked), slot_values(current_settings())
    for course in CoursePage.objects.live().order_by("title", "pk"):
        items = course_items(course).items
        modules = ModulePage.objects.live().child_of(course).values_list("number", "title")
        for number, title in sorted(modules):
            lessons = tuple(
                (str(each.uid), fill_slots(each.title, values)) for each in items if each.module == number
            )
            missing -= {uid for uid, _name in lessons}
            if lessons:
                label = _("Module %(number)s. %(title)s") % {"number": number, "title": title}
                yield LessonList(fill_slots(label, values), lessons)
    if missing:
        gone = _("Les die niet online staat")
        yield LessonList(
            _("Niet online"),
            tuple((uid, f"{gone} {place}") for place, uid in enumerate(sorted(missing), start=1)),
        )
