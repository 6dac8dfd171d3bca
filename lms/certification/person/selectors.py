"""Reads for the pages about one person."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from lms.accounts.models import User
from lms.certification.knowledge.selectors import facts_from
from lms.certification.ledger.rules import follows
from lms.certification.models import Evidence, RoleDeclaration
from lms.certification.person.criteria import Link, Words
from lms.certification.person.rules import DOING, Readiness, describe_readiness
from lms.certification.readiness import (
    CLOSING_TALK_POINTS,
    NAMES,
    CompletedItems,
    ContentRefreshed,
    ConversationHeld,
    FactKind,
    GuardianConsent,
    IntervisionHeld,
    LimitsCardMade,
    RolesDeclared,
    Rule,
    Scheme,
    SeenAndValid,
    SignedStatement,
    Verdict,
    standing,
    walk,
    worked_example,
)
from lms.certification.renewal.rules import lessons_again
from lms.certification.renewal.selectors import lesson_places
from lms.certification.standings.selectors import Ground, decisions_of, ground_on
from lms.courses.models import LessonPage
from lms.municipality.public import current_settings, fill_slots, slot_values

ABOUT_RULES = (FactKind.ALTERNATIVE_ROUTE, FactKind.HANDED_IN, FactKind.ASSESSED, FactKind.EXTENDED)
ABOUT_LESSONS = (FactKind.ITEM_COMPLETED, FactKind.REFRESH_DUE, FactKind.REFRESHED)
SHOWN_TO_PEOPLE = (SeenAndValid, ConversationHeld, GuardianConsent)
_PLACES: dict[type[Rule], str] = {
    CompletedItems: "progress:courses",
    ContentRefreshed: "changes:open",
    RolesDeclared: "certification:roles",
    IntervisionHeld: "intervision:mine",
    LimitsCardMade: "certification:limits_card",
}


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One line of the ledger as people read it; `may_correct` is about the line, not about who reads."""

    uuid: str
    what: str
    happened_on: date
    source: str
    recorded_at: datetime
    recorded_by: str
    is_struck: bool
    note: str
    may_correct: bool


def readiness_of(person: User, as_of: date, coordinator: str = "") -> Readiness | None:
    """Where a person stands on a day, in words; None when no scheme is in force. At most 6 queries.

    `coordinator` is the name to wait for; without it the name in the settings of the municipality.
    """
    ground = ground_on(as_of)
    return None if ground is None else readiness_on(person, ground, coordinator)


def readiness_on(
    person: User, ground: Ground, coordinator: str = "", *, with_examples: bool = False
) -> Readiness:
    """As `readiness_of`, on a ground that was read already; with examples for the pages about one person."""
    scheme, version = ground.scheme_for(person.joined_on), ground.version_for(person.joined_on)
    facts = facts_from({person.pk: person.joined_on}, ground.known_at).get(person.pk, [])
    decisions = decisions_of([person.pk], ground.known_at).get(person.pk, [])
    context, places = ground.context, lesson_places(scheme)
    names = {**NAMES, **CLOSING_TALK_POINTS, **{uid: name for uid, (_url, name) in places.items()}}

    def again(rule: Rule, verdict: Verdict) -> tuple[Link, ...]:
        if not isinstance(rule, CompletedItems):
            return ()
        items = lessons_again(rule, verdict, facts, context.as_of)
        return tuple(places[item] for item in items if item in places)

    def example(rule: Rule) -> tuple[str, ...]:
        return worked_example(rule, facts, context, names) if with_examples else ()

    words = Words(coordinator or current_settings().coordinator_name, link_to, example, again)
    found = standing(scheme, facts, decisions, context)
    return describe_readiness(scheme, version.number, found, context.as_of, words)


def link_to(rule: Rule) -> Link:
    """Where a volunteer can do what a rule asks, and the words on the link; ("", "") when nowhere here."""
    if isinstance(rule, SignedStatement):
        return reverse("certification:statement", kwargs={"code": rule.code}), DOING[SignedStatement]
    if isinstance(rule, SHOWN_TO_PEOPLE):
        return f"{reverse('certification:hand_in')}?eis={rule.id}", DOING[type(rule)]
    name = _PLACES.get(type(rule), "")
    return (reverse(name), DOING[type(rule)]) if name else ("", "")


def newest_declaration(person: User) -> RoleDeclaration | None:
    """What the person last said about other roles; 1 query."""
    found: RoleDeclaration | None = RoleDeclaration.objects.filter(person=person).order_by("pk").last()
    return found


def is_seen(declaration: RoleDeclaration) -> bool:
    """Say whether the coordinator marked this declaration as seen and discussed; 1 query."""
    seen = Evidence.objects.effective().filter(kind=FactKind.ROLES_SEEN, ref=str(declaration.uuid))
    return bool(seen.filter(person=declaration.person_id).exists())


def history_of(person: User, scheme: Scheme | None) -> list[HistoryLine]:
    """Every line of the ledger about a person, newest first, corrections included; 2 queries."""
    rows = Evidence.objects.filter(person=person).select_related("recorded_by", "superseded_by")
    return lines_of(rows.order_by("-recorded_at", "-pk"), scheme)


def lines_of(rows: Iterable[Evidence], scheme: Scheme | None) -> list[HistoryLine]:
    """Lines of the ledger as people read them; 1 query besides that of `rows`."""
    found = list(rows)
    titles = _titles(found, scheme)
    return [_line(row, titles) for row in found]


def line_of(row: Evidence, scheme: Scheme | None) -> HistoryLine:
    """One line of the ledger as people read it."""
    return lines_of([row], scheme)[0]


def _titles(rows: Iterable[Evidence], scheme: Scheme | None) -> dict[str, str]:
    uids = {row.key for row in rows if row.kind in ABOUT_LESSONS}
    pages = LessonPage.objects.filter(uid__in=uids).values_list("uid", "title") if uids else ()
    values = slot_values(current_settings())
    titles = {f"{kind}:{uid}": fill_slots(title, values) for uid, title in pages for kind in ABOUT_LESSONS}
    for rule in walk(scheme.criteria) if scheme else ():
        titles |= {f"{kind}:{rule.id}": rule.title for kind in ABOUT_RULES}
        if isinstance(rule, SignedStatement):
            titles[f"{FactKind.STATEMENT_SIGNED}:{rule.code}"] = rule.title
    return titles


def _line(row: Evidence, titles: dict[str, str]) -> HistoryLine:
    later = getattr(row, "superseded_by", None)
    note = ""
    if row.retracts:
        note = _("Dit is teruggenomen.")
    elif later is not None:
        note = _("Teruggenomen.") if later.retracts else _("Verbeterd.")
    stands = later is None and not row.retracts
    return HistoryLine(
        uuid=str(row.uuid),
        what=what_it_says(row, titles),
        happened_on=row.happened_on,
        source=row.get_source_display(),
        recorded_at=row.recorded_at,
        recorded_by=str(row.recorded_by) if row.recorded_by else _("het leerplein"),
        is_struck=not stands,
        note=note,
        may_correct=stands and not follows(row.origin),
    )


def what_it_says(row: Evidence, titles: dict[str, str]) -> str:
    """What a line of the ledger says, in a few Dutch words."""
    title = titles.get(f"{row.kind}:{row.key}", "") or row.key * (row.kind in ABOUT_RULES)
    known = {
        FactKind.ITEM_COMPLETED: _("Les gedaan: %s") % (title or _("een eerdere les")),
        FactKind.ATTENDED: _("Bij een bijeenkomst geweest"),
        FactKind.STATEMENT_SIGNED: _("Getekend: %(title)s, versie %(number)s")
        % {"title": title or row.key, "number": row.number},
        FactKind.SEEN: _("VOG gezien") if row.key == "vog" else _("Gezien: %s") % row.key,
        FactKind.CONVERSATION_HELD: _("Eindgesprek gehouden: %s") % title
        if title
        else _("Eindgesprek gehouden"),
        FactKind.ROLES_DECLARED: _("Andere rollen ingevuld"),
        FactKind.ROLES_SEEN: _("Andere rollen gezien en besproken"),
        FactKind.INTERVISION: _("Bij intervisie geweest"),
        FactKind.GUARDIAN_CONSENT: _("Toestemming van een ouder of verzorger"),
        FactKind.TURNS_SIXTEEN: _("Wordt 16 jaar"),
        FactKind.CONTACT_LINKED: _("Contactpersoon gekoppeld")
        if row.state
        else _("Contactpersoon ontkoppeld"),
        FactKind.REFRESH_DUE: _("Iets nieuws in een les: %s") % (title or _("een eerdere les")),
        FactKind.REFRESHED: _("Gelezen wat nieuw is: %s") % (title or _("een eerdere les")),
        FactKind.LIMITS_CARD_MADE: _("Grenzenkaart gemaakt"),
        FactKind.ALTERNATIVE_ROUTE: _("Op een andere manier gedaan: %s") % title,
        FactKind.HANDED_IN: _("Ingeleverd: %s") % title,
        FactKind.ASSESSED: (_("Bekeken en goed: %s") if row.state else _("Bekeken, nog niet klaar: %s"))
        % title,
        FactKind.EXTENDED: _("Verlengd tot en met %(day)s: %(title)s")
        % {"day": date_format(row.until) if row.until else "…", "title": title},
        FactKind.STARTED: _("Begonnen"),
    }
    return known[FactKind(row.kind)]
