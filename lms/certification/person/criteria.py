"""Pure: one criterion in words, with its parts, its example, and where one can do it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lms.certification.readiness import (
    Code,
    Explanation,
    FirstThen,
    IntervisionHeld,
    Rule,
    Verdict,
    dutch_date,
    effect_label,
    validity_sentence,
)

_KINDS = {
    Code.MET: "ok",
    Code.EXPIRING: "wait",
    Code.WAITING: "wait",
    Code.EXPIRED: "stop",
    Code.TODO: "plain",
    Code.NOT_APPLICABLE: "plain",
}
Link = tuple[str, str]
"""An address and the words on the link to it."""


@dataclass(frozen=True, slots=True)
class Criterion:
    """One criterion in words; `url` leads to where the volunteer can do it, or is empty.

    `counts` says how long it counts, `example` what that means for this person; `again` are the lessons to do
    again so that it goes on counting.
    """

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
    is_waiting: bool = False
    counts: str = ""
    example: tuple[str, ...] = ()
    again: tuple[Link, ...] = ()


def _nothing(rule: Rule) -> tuple[str, ...]:
    return ()


def _no_lessons(rule: Rule, verdict: Verdict) -> tuple[Link, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class Words:
    """How to say it here: the coordinator's name, where each kind of thing can be done, and examples."""

    coordinator: str
    link: Callable[[Rule], Link]
    example: Callable[[Rule], tuple[str, ...]] = _nothing
    again: Callable[[Rule, Verdict], tuple[Link, ...]] = _no_lessons


def describe_criterion(rule: Rule, said: Explanation, verdict: Verdict, words: Words) -> Criterion:
    """Put one criterion in words, parts included."""
    url, action = words.link(rule) if _asks(verdict) else ("", "")
    return Criterion(
        rule_id=rule.id,
        title=said.title,
        kind=kind_of(verdict),
        word=_word(said, verdict, words.coordinator),
        sentence=said.sentence,
        why=said.why,
        how=said.how,
        alternative=said.alternative,
        effect=effect_label(said.effect),
        is_done=verdict.passed,
        url=url,
        action=action,
        parts=tuple(describe_criterion(*part, words) for part in _parts(rule, said, verdict)),
        is_waiting=verdict.code is Code.WAITING,
        counts=validity_sentence(rule.validity) if rule.validity is not None else "",
        example=words.example(rule) if _ends(rule) else (),
        again=words.again(rule, verdict),
    )


def kind_of(verdict: Verdict) -> str:
    """The kind of tag for a verdict; what only an extension makes pass still asks something."""
    if verdict.code is Code.TODO and verdict.have:
        return "busy"
    return "wait" if verdict.extended else _KINDS[verdict.code]


def _ends(rule: Rule) -> bool:
    """Whether time alone may end this criterion; the parts of a group are told by themselves."""
    return rule.validity is not None or isinstance(rule, IntervisionHeld)


def _asks(verdict: Verdict) -> bool:
    """Whether the volunteer can act now: it does not wait, and is open, ends soon or is only extended."""
    if verdict.code is Code.WAITING:
        return False
    return not verdict.passed or verdict.extended or verdict.code is Code.EXPIRING


def _parts(rule: Rule, said: Explanation, verdict: Verdict) -> Iterator[tuple[Rule, Explanation, Verdict]]:
    """The parts to show. Of a first time and a shorter next time only the one that is asked now."""
    parts = list(zip(getattr(rule, "rules", ()), said.children, verdict.children, strict=True))
    if isinstance(rule, FirstThen):
        first, again = parts
        is_new = first[2].code is Code.TODO and not verdict.passed
        yield first if is_new else again
    else:
        yield from parts


def _word(said: Explanation, verdict: Verdict, coordinator: str) -> str:
    if verdict.code is Code.WAITING and coordinator and not verdict.passed:
        return f"Wacht op {coordinator}"
    if verdict.code is Code.EXPIRING and verdict.until:
        return f"Verloopt {dutch_date(verdict.until)}"
    return said.label
