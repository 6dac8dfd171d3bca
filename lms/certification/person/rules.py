"""Pure: what a page shows about one person. The volunteer and the coordinator get the same object."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from lms.certification.decisions.rules import why_not_confirm
from lms.certification.person.criteria import Criterion, Words, describe_criterion
from lms.certification.readiness import (
    Code,
    CompletedItems,
    ContentRefreshed,
    ConversationHeld,
    Effect,
    GuardianConsent,
    IntervisionHeld,
    LimitsCardMade,
    RolesDeclared,
    Rule,
    Scheme,
    SeenAndValid,
    SignedStatement,
    Standing,
    State,
    advice,
    explain_all,
    explain_domains,
    standing_sentence,
    state_label,
)

STATE_KINDS = {
    State.MATCHABLE: "ok",
    State.READY: "wait",
    State.PAUSED: "wait",
    State.IN_PROGRESS: "busy",
    State.STOPPED: "stop",
}
_GROUPS = {
    Effect.BLOCK: ("Nodig voor je inzet", "Dit is nodig voordat je kunt beginnen."),
    Effect.WARN: ("Dit hoort erbij", "Staat hier nog iets open? Je inzet stopt er niet door."),
    Effect.INFO: ("Goed om te weten", ""),
}


DOING: dict[type[Rule], str] = {
    CompletedItems: "Ga naar de lessen",
    ContentRefreshed: "Lees wat nieuw is",
    SignedStatement: "Lees en teken",
    RolesDeclared: "Vul in welke rollen je hebt",
    IntervisionHeld: "Ga naar intervisie",
    LimitsCardMade: "Maak je grenzenkaart",
    SeenAndValid: "Ik heb dit laten zien",
    ConversationHeld: "Ik heb dit gesprek gehad",
    GuardianConsent: "Dit is ingeleverd",
}
"""The words on the link to where a volunteer does what a kind of rule asks."""


class _Folding:
    """What still asks something apart from what is done."""

    __slots__ = ()
    criteria: tuple[Criterion, ...]

    @property
    def open(self) -> tuple[Criterion, ...]:
        """What still asks something of somebody: to do, waiting, or about to end."""
        return tuple(each for each in self.criteria if each.kind != "ok")

    @property
    def done(self) -> tuple[Criterion, ...]:
        """What is met and stays so for now."""
        return tuple(each for each in self.criteria if each.kind == "ok")


@dataclass(frozen=True, slots=True)
class CriteriaGroup(_Folding):
    """Criteria with the same weight; `about` may be empty."""

    title: str
    about: str
    criteria: tuple[Criterion, ...]


@dataclass(frozen=True, slots=True)
class Domain(_Folding):
    """One life domain with what it asks on top of the shared criteria."""

    title: str
    word: str
    kind: str
    sentence: str
    criteria: tuple[Criterion, ...]


@dataclass(frozen=True, slots=True)
class Readiness:
    """Where a person stands on a day, in words.

    `computed_word` says what the rules alone say and stands beside `word` whenever the two differ.
    `may_confirm` is true when a coordinator can confirm now. `is_confirmed` is about the rules, `is_stopped`
    and `is_paused` about decisions.
    """

    as_of: date
    state: str
    word: str
    kind: str
    sentence: str
    computed_word: str
    scheme_title: str
    scheme_number: int
    coordinator: str
    groups: tuple[CriteriaGroup, ...]
    done: int
    total: int
    may_confirm: bool
    is_matchable: bool
    is_paused: bool
    is_stopped: bool
    until: date | None
    warnings: tuple[str, ...] = field(default=())
    domains: tuple[Domain, ...] = ()

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """Every shared criterion, in the order of the groups."""
        return tuple(criterion for group in self.groups for criterion in group.criteria)

    @property
    def every_criterion(self) -> tuple[Criterion, ...]:
        """The shared criteria, then those of the life domains."""
        return (*self.criteria, *(each for domain in self.domains for each in domain.criteria))

    @property
    def finished(self) -> tuple[Criterion, ...]:
        """Every shared criterion that is met and stays so for now."""
        return tuple(each for group in self.groups for each in group.done)

    @property
    def has_exception(self) -> bool:
        """Say whether a decision makes the state differ from what the rules say."""
        return bool(self.computed_word)


def describe_readiness(
    scheme: Scheme, number: int, standing: Standing, as_of: date, words: Words
) -> Readiness:
    """Put a standing under `scheme` in words."""
    explained = explain_all(scheme, standing, as_of)
    criteria = [
        describe_criterion(rule, said, verdict, words)
        for rule, said, verdict in zip(scheme.rules, explained, standing.verdicts, strict=True)
    ]
    counted = [each for each in standing.verdicts if each.code is not Code.NOT_APPLICABLE]
    found = advice(standing.verdicts)
    differs = standing.state is not standing.computed_state
    return Readiness(
        as_of=as_of,
        state=standing.state.value,
        word=state_label(standing.state),
        kind=STATE_KINDS[standing.state],
        sentence=standing_sentence(standing),
        computed_word=state_label(standing.computed_state) if differs else "",
        scheme_title=scheme.title,
        scheme_number=number,
        coordinator=words.coordinator,
        groups=tuple(_groups(scheme, criteria, standing)),
        done=sum(1 for each in counted if each.passed),
        total=len(counted),
        may_confirm=not why_not_confirm(standing),
        is_matchable=standing.is_matchable,
        is_paused=standing.state is State.PAUSED,
        is_stopped=standing.state is State.STOPPED,
        until=standing.until,
        warnings=tuple(
            rule.title for rule in scheme.rules if rule.id in {each.rule_id for each in found.warnings}
        ),
        domains=tuple(_domains(scheme, standing, as_of, words)),
    )


def _groups(scheme: Scheme, criteria: Iterable[Criterion], standing: Standing) -> Iterable[CriteriaGroup]:
    """What applies to this person, by weight; what does not apply asks nothing and is left out."""
    lines = list(zip(scheme.rules, criteria, standing.verdicts, strict=True))
    for effect, (title, about) in _GROUPS.items():
        chosen = [
            criterion
            for rule, criterion, verdict in lines
            if rule.effect is effect and verdict.code is not Code.NOT_APPLICABLE
        ]
        if chosen:
            yield CriteriaGroup(title, about, tuple(chosen))


def _domains(scheme: Scheme, standing: Standing, as_of: date, words: Words) -> Iterable[Domain]:
    said = explain_domains(scheme, standing, as_of)
    for domain, found, text in zip(scheme.domains, standing.domains, said, strict=True):
        lines = zip(domain.rules, text.criteria, found.verdicts, strict=True)
        yield Domain(
            title=domain.title,
            word="Klaar" if found.holds else "Nog open",
            kind="ok" if found.holds else "plain",
            sentence=text.sentence,
            criteria=tuple(describe_criterion(*line, words) for line in lines),
        )
