"""A change of status in words, the same on the preview of a draft and on the page that tries a rule."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lms.accounts.models import User
from lms.certification.models import ImpactPreview, ImpactRow, SchemeDraft
from lms.certification.readiness import Scheme, State, scheme_from_data, state_label, walk
from lms.certification.schemes.impact.selectors import PersonChange

MATCHABLE = State.MATCHABLE.value


@dataclass(frozen=True, slots=True)
class ImpactLine:
    """One person, before and after, and which criteria make the difference. `kind` is that of the tag."""

    person: UUID
    name: str
    felt_on: date
    before: str
    after: str
    kind: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """What the ids of criteria and life domains are called, in the old and the new scheme together."""

    rules: Mapping[str, str]
    domains: Mapping[str, str]

    def state(self, state: str, scope: Sequence[str]) -> str:
        """A status with the life domains that it is about."""
        label = state_label(State(state))
        if state != MATCHABLE or not scope:
            return label
        return f"{label}: {', '.join(self.domains.get(each, each) for each in scope)}"

    def reasons(self, ids: Iterable[str]) -> tuple[str, ...]:
        """The titles of criteria."""
        return tuple(self.rules.get(each, each) for each in ids)


def words_of(*schemes: Scheme) -> Words:
    """The words for these schemes; what the first says goes first."""
    rules: dict[str, str] = {}
    domains: dict[str, str] = {}
    for scheme in schemes:
        rules = {each.id: each.title for each in walk(scheme.criteria)} | rules
        domains = {each.id: each.title for each in scheme.domains} | domains
    return Words(rules, domains)


def words_of_draft(draft: SchemeDraft) -> Words:
    """The words for a draft and the version it began with."""
    based_on = [draft.based_on.content] if draft.based_on else []
    return words_of(*(scheme_from_data(content) for content in (draft.content, *based_on)))


def saved_lines(rows: Iterable[ImpactRow], words: Words) -> list[ImpactLine]:
    """The rows of a preview in words."""
    return [
        ImpactLine(
            row.person.uuid,
            row.person.name,
            row.felt_on,
            words.state(row.before, row.scope_before),
            words.state(row.after, row.scope_after),
            _kind(row.before, row.after),
            words.reasons(row.reasons),
        )
        for row in rows
    ]


def found_lines(changes: Iterable[PersonChange], words: Words) -> list[ImpactLine]:
    """Changes that were just computed, in words, by name; 1 query."""
    found = list(changes)
    people = User.objects.in_bulk([each.person for each in found])
    lines = [
        ImpactLine(
            people[each.person].uuid,
            people[each.person].name,
            each.felt_on,
            words.state(each.change.before.value, each.change.scope_before),
            words.state(each.change.after.value, each.change.scope_after),
            _kind(each.change.before.value, each.change.after.value),
            words.reasons(each.change.reasons),
        )
        for each in found
        if each.person in people
    ]
    return sorted(lines, key=lambda line: (line.kind, line.name))


def counts_of(preview: ImpactPreview) -> list[str]:
    """How many people change, in a few sentences; 1 query."""
    rows = ImpactRow.objects.filter(preview=preview)
    stops = rows.filter(Q(before=MATCHABLE) & ~Q(after=MATCHABLE)).count()
    starts = rows.filter(~Q(before=MATCHABLE) & Q(after=MATCHABLE)).count()
    return sentences(rows.count(), stops, starts)


def counts_of_lines(changes: Sequence[PersonChange]) -> list[str]:
    """As `counts_of`, for what was just computed."""
    pairs = [
        (each.change.before is State.MATCHABLE, each.change.after is State.MATCHABLE) for each in changes
    ]
    return sentences(len(changes), pairs.count((True, False)), pairs.count((False, True)))


def sentences(total: int, stops: int, starts: int) -> list[str]:
    """The numbers in words."""
    if not total:
        return [_("Niemands stand verandert.")]
    said = [ngettext("De stand van %d mens verandert.", "De stand van %d mensen verandert.", total) % total]
    if stops:
        said.append(ngettext("%d valt uit.", "%d vallen uit.", stops) % stops)
    if starts:
        said.append(ngettext("%d komt erbij.", "%d komen erbij.", starts) % starts)
    return said


def _kind(before: str, after: str) -> str:
    if after == MATCHABLE:
        return "ok"
    return "stop" if before == MATCHABLE else "wait"
