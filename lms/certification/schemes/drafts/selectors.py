"""Where a draft can begin, and how a draft looks on its page."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lms.certification.models import SchemeDraft, SchemeTemplate, SchemeVersion
from lms.certification.readiness import PRESETS, Effect, Scheme, scheme_from_data
from lms.certification.readiness.compare import Difference, compare
from lms.certification.readiness.rule_sentences import lead_sentence
from lms.certification.readiness.scheme import Group
from lms.certification.schemes.choices import names_of
from lms.certification.schemes.drafts import rules
from lms.certification.schemes.selectors import StarterItems, uuid_or_none, version_in_force
from lms.courses.models import CoursePage
from lms.courses.public import course_items

WEIGHTS = {
    Effect.BLOCK: gettext_lazy("nodig"),
    Effect.WARN: gettext_lazy("hoort erbij"),
    Effect.INFO: gettext_lazy("goed om te weten"),
}
NOW, PRESET, TEMPLATE = "now", "preset:", "template:"


@dataclass(frozen=True, slots=True)
class Beginning:
    """A scheme to begin with, and the version it comes from."""

    scheme: Scheme
    version: SchemeVersion | None = None


@dataclass(frozen=True, slots=True)
class DraftRow:
    """One criterion of a draft, as a line with its buttons."""

    rule_id: str
    title: str
    sentence: str
    weight: str
    depth: int
    is_first: bool
    is_last: bool
    is_group: bool


@dataclass(frozen=True, slots=True)
class DraftSection:
    """The criteria for everybody, or those of one life domain; `domain` is its id."""

    title: str
    domain: str
    rows: tuple[DraftRow, ...]


@dataclass(frozen=True, slots=True)
class DraftPage:
    """A draft with what differs from the version that it began with."""

    scheme: Scheme
    sections: tuple[DraftSection, ...]
    differences: tuple[Difference, ...]
    can_step_back: bool


def sources(today: date) -> Iterator[tuple[str, str]]:
    """What a draft can begin with: a code and the words for it."""
    version = version_in_force(today)
    if version is not None:
        yield NOW, _("De regeling die nu geldt: %s") % version
    for slug, preset in PRESETS.items():
        yield f"{PRESET}{slug}", _("Voorbeeld: %s") % preset.title
    for template in SchemeTemplate.objects.order_by("title", "pk"):
        yield f"{TEMPLATE}{template.slug}", _("Bij een cursus: %s") % template.title


def beginning(source: str, course: str, today: date) -> Beginning | None:
    """The scheme of a source; None when it is not there any more, or when there is no course for an example.

    Raises RuleError when the course lacks what the example asks for.
    """
    if source == NOW:
        version = version_in_force(today)
        return Beginning(scheme_from_data(version.content), version) if version else None
    if source.startswith(TEMPLATE):
        found = SchemeTemplate.objects.filter(slug=source.removeprefix(TEMPLATE)).first()
        if found is None:
            return None
        return Beginning(scheme_from_data(found.content), version_in_force(today))
    preset = PRESETS.get(source.removeprefix(PRESET))
    page = _course(course)
    if preset is None or page is None:
        return None
    items = StarterItems(course_items(page))
    scheme = preset.build(
        course_items=_texts(items.course_items),
        boundary_scenarios=_texts(items.boundary_scenarios),
        awareness_items=_texts(items.awareness_items),
    )
    return Beginning(scheme, version_in_force(today))


def draft_page(draft: SchemeDraft) -> DraftPage:
    """The draft as its page shows it."""
    scheme = scheme_from_data(draft.content)
    old = scheme_from_data(draft.based_on.content) if draft.based_on else None
    names = names_of(scheme, *([old] if old else []))
    rows: dict[str, list[DraftRow]] = {rules.SHARED: []}
    section = rules.SHARED
    for each in rules.placed(scheme):
        section = section if each.depth else each.where
        rows.setdefault(section, []).append(
            DraftRow(
                rule_id=each.rule.id,
                title=each.rule.title,
                sentence=lead_sentence(each.rule, names),
                weight="" if each.depth else str(WEIGHTS[each.rule.effect]),
                depth=each.depth,
                is_first=each.is_first,
                is_last=each.is_last,
                is_group=isinstance(each.rule, Group),
            )
        )
    sections = [DraftSection(_("Voor iedereen"), "", tuple(rows[rules.SHARED]))]
    for domain in scheme.domains:
        inside = tuple(rows.get(f"{rules.DOMAIN}{domain.id}", ()))
        sections.append(DraftSection(_("Leefgebied: %s") % domain.title, domain.id, inside))
    differences = compare(old, scheme, names) if old else ()
    return DraftPage(scheme, tuple(sections), differences, draft.revision > 1)


def _course(uid: str) -> CoursePage | None:
    live = CoursePage.objects.live().order_by("title", "pk")
    page: CoursePage | None = live.filter(uid=uuid_or_none(uid)).first() if uid else live.first()
    return page


def _texts(items: Iterable[UUID]) -> tuple[str, ...]:
    return tuple(map(str, items))
