"""Reads for schemes: the rules in words, the versions, and the lessons that the presets ask for."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404
from django.utils.translation import gettext as _

from lms.certification.grounds.selectors import ground_on
from lms.certification.models import SchemeDraft, SchemeVersion
from lms.certification.readiness import Rule, Scheme, scheme_from_data
from lms.certification.readiness.rule_sentences import RuleInWords, in_words
from lms.certification.schemes.choices import names_of
from lms.courses.models import CoursePage
from lms.courses.public import CourseItems

BOUNDARIES = (5, 6)  # the modules on keeping one's role pure and knowing one's own limits
AWARENESS = (7,)  # the module on privacy, secrecy, complaints and aggression (BIO2 6.03.02)


class StarterItems:
    """A course that is built like the starter course, as the presets want it (domain.md §4.4)."""

    def __init__(self, items: CourseItems) -> None:
        self._items = items

    @property
    def course_items(self) -> Iterable[UUID]:
        """Every lesson of the course."""
        return self._items.uids()

    @property
    def boundary_scenarios(self) -> Iterable[UUID]:
        """The situations of the modules on role and limits."""
        return self._items.uids(modules=BOUNDARIES, kind="scenarios")

    @property
    def awareness_items(self) -> Iterable[UUID]:
        """The lessons of the module on working safely with data."""
        return self._items.uids(modules=AWARENESS)


@dataclass(frozen=True, slots=True)
class RuleShown:
    """A criterion with its sentences, and the texts that people read with it."""

    words: RuleInWords
    why: str
    how: str
    alternative: str


@dataclass(frozen=True, slots=True)
class Section:
    """The criteria for everybody, or those of one life domain."""

    title: str
    rules: tuple[RuleShown, ...]


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A version in the list: which it is, when and for whom it holds, and how it came."""

    version: SchemeVersion
    status: str
    kind: str
    for_whom: str


@dataclass(frozen=True, slots=True)
class SchemePage:
    """The scheme of today: the newest version that holds for new people, and which older ones others keep."""

    version: SchemeVersion | None
    sections: tuple[Section, ...]
    others: tuple[SchemeVersion, ...]
    versions: tuple[VersionRow, ...]
    drafts: tuple[SchemeDraft, ...]


def scheme_page(today: date, *, with_drafts: bool) -> SchemePage:
    """What the page about the scheme shows."""
    ground = ground_on(today)
    held = [ground.rows[each.key] for each in ground.versions] if ground else []
    version = held[-1] if held else None
    drafts = open_drafts() if with_drafts else ()
    return SchemePage(
        version=version,
        sections=shown(scheme_from_data(version.content)) if version else (),
        others=tuple(held[:-1]),
        versions=tuple(version_rows(today, {each.pk for each in held})),
        drafts=tuple(drafts),
    )


def shown(scheme: Scheme, names: Mapping[str, str] | None = None) -> tuple[Section, ...]:
    """Every criterion of a scheme in sentences, by life domain."""
    known = names_of(scheme) if names is None else names
    sections = [Section(_("Voor iedereen"), tuple(_shown(rule, known) for rule in scheme.rules))]
    for domain in scheme.domains:
        title = _("Leefgebied: %s") % domain.title
        sections.append(Section(title, tuple(_shown(rule, known) for rule in domain.rules)))
    return tuple(sections)


def version_rows(today: date, held: set[int]) -> Iterator[VersionRow]:
    """Every version, newest first; `held` are the keys of those that hold for somebody today."""
    rows = SchemeVersion.objects.defer("content").select_related("published_by")
    for version in rows.order_by("-effective_on", "-pk"):
        status, kind = _("geldt niet meer"), ""
        if version.effective_on > today:
            status, kind = _("geldt later"), "wait"
        elif version.pk in held:
            status, kind = _("geldt nu"), "ok"
        yield VersionRow(version, status, kind, transition_words(version))


def transition_words(version: SchemeVersion | SchemeDraft) -> str:
    """For whom a version holds, in a sentence."""
    if version.transition == "new_people":
        return _("Alleen voor mensen die dan of later beginnen.")
    if version.transition == "until" and version.transition_until:
        day = version.transition_until
        written = f"{day.day}-{day.month}-{day.year}"
        return _("Voor nieuwe mensen meteen, voor de anderen na %s.") % written
    return _("Voor iedereen vanaf die dag.")


def version_of(slug: str, number: int) -> SchemeVersion:
    """A published version; raises Http404."""
    found: SchemeVersion | None = (
        SchemeVersion.objects.filter(slug=slug, number=number).select_related("published_by").first()
    )
    if found is None:
        raise Http404
    return found


def version_in_force(today: date) -> SchemeVersion | None:
    """The version that new people start under on a day, or None before the first."""
    ground = ground_on(today)
    return ground.rows[ground.versions[-1].key] if ground else None


def courses() -> tuple[tuple[str, str], ...]:
    """The courses that an example can be about."""
    pages = CoursePage.objects.live().order_by("title", "pk").values_list("uid", "title")
    return tuple((str(uid), title) for uid, title in pages)


def uuid_or_none(text: str) -> UUID | None:
    """The id that somebody sent, or None for any other text."""
    try:
        return UUID(text)
    except ValueError:
        return None


def open_drafts() -> QuerySet[SchemeDraft]:
    """Drafts that are neither published nor put away, newest first."""
    drafts = SchemeDraft.objects.filter(published=None, discarded_at=None)
    return drafts.select_related("changed_by", "based_on").order_by("-changed_at", "-pk")


def _shown(rule: Rule, names: Mapping[str, str]) -> RuleShown:
    return RuleShown(in_words(rule, names), rule.why, rule.how, rule.alternative)
