"""Pure: what a page shows about one person. The volunteer and the coordinator get the same object."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date

from lms.certification.decisions.rules import why_not_confirm
from lms.certification.readiness import (
    Code,
    CompletedItems,
    Effect,
    Explanation,
    IntervisionHeld,
    RolesDeclared,
    Rule,
    Scheme,
    SignedStatement,
    Standing,
    State,
    Verdict,
    advice,
    dutch_date,
    effect_label,
    explain_all,
    standing_sentence,
    state_label,
)

_KINDS = {
    Code.MET: "ok",
    Code.EXPIRING: "wait",
    Code.WAITING: "wait",
    Code.EXPIRED: "stop",
    Code.TODO: "plain",
    Code.NOT_APPLICABLE: "plain",
}
_STATE_KINDS = {
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
Link = tuple[str, str]
"""An address and the words on the link to it."""


@dataclass(frozen=True, slots=True)
class Criterion:
    """One criterion in words; `url` leads to where the volunteer can do it, or is empty."""

    rule_id: str
    title: str
    kind: str
    word: str
    sentence: str
    why: str
    how: str
    alternative: str
    effect: str
    is_done: bool
    url: str = ""
    action: str = ""
    parts: tuple["Criterion", ...] = ()


@dataclass(frozen=True, slots=True)
class CriteriaGroup:
    """Criteria with the same weight; `about` may be empty."""

    title: str
    about: str
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

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """Every criterion, in the order of the groups."""
        return tuple(criterion for group in self.groups for criterion in group.criteria)

    @property
    def has_exception(self) -> bool:
        """Say whether a decision makes the state differ from what the rules say."""
        return bool(self.computed_word)


@dataclass(frozen=True, slots=True)
class Words:
    """How to say it here: the coordinator's name, and where each kind of thing can be done."""

    coordinator: str
    link: Callable[[Rule], Link]


def describe_readiness(
    scheme: Scheme, number: int, standing: Standing, as_of: date, words: Words
) -> Readiness:
    """Put a standing under `scheme` in words."""
    explained = explain_all(scheme, standing)
    criteria = [
        _criterion(rule, said, verdict, words)
        for rule, said, verdict in zip(scheme.rules, explained, standing.verdicts, strict=True)
    ]
    counted = [each for each in standing.verdicts if each.code is not Code.NOT_APPLICABLE]
    found = advice(standing.verdicts)
    differs = standing.state is not standing.computed_state
    return Readiness(
        as_of=as_of,
        state=standing.state.value,
        word=state_label(standing.state),
        kind=_STATE_KINDS[standing.state],
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


def _criterion(rule: Rule, said: Explanation, verdict: Verdict, words: Words) -> Criterion:
    parts = zip(getattr(rule, "rules", ()), said.children, verdict.children, strict=True)
    url, action = ("", "") if verdict.passed else words.link(rule)
    return Criterion(
        rule_id=rule.id,
        title=said.title,
        kind=_kind(verdict),
        word=_word(said, verdict, words.coordinator),
        sentence=said.sentence,
        why=said.why,
        how=said.how,
        alternative=said.alternative,
        effect=effect_label(said.effect),
        is_done=verdict.passed,
        url=url,
        action=action,
        parts=tuple(_criterion(part, child, answer, words) for part, child, answer in parts),
    )


def _kind(verdict: Verdict) -> str:
    return "busy" if verdict.code is Code.TODO and verdict.have else _KINDS[verdict.code]


def _word(said: Explanation, verdict: Verdict, coordinator: str) -> str:
    if verdict.code is Code.WAITING and coordinator:
        return f"Wacht op {coordinator}"
    if verdict.code is Code.EXPIRING and verdict.until:
        return f"Verloopt {dutch_date(verdict.until)}"
    return said.label


DOING: dict[type[Rule], str] = {
    CompletedItems: "Ga naar de lessen",
    SignedStatement: "Lees en teken",
    RolesDeclared: "Vul in welke rollen je hebt",
    IntervisionHeld: "Ga naar intervisie",
}
