"""All that can be said about a lesson while it is written. Pure; the codes stand in docs/decisions/0016."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from lms.courses.checks.findings import Context, Finding, Kind
from lms.courses.checks.language import language_findings
from lms.courses.checks.passages import Passage, StoredBlock, passages, stored_blocks
from lms.courses.checks.reading import AIM, Measure, measure
from lms.courses.checks.slots import empty_slots, foreign_slots, has_broken_slot
from lms.courses.checks.structure import structure_findings

# The form in which blocks are stored: a list of `{"type", "id", "value"}`.
Blocks = Sequence[Any]


@dataclass(frozen=True)
class Report:
    """What was found in a lesson, first what refuses, each in the order of the blocks; and its figures."""

    findings: tuple[Finding, ...]
    measure: Measure

    @property
    def refusals(self) -> tuple[Finding, ...]:
        """Return what keeps the lesson from going online."""
        return tuple(one for one in self.findings if one.kind is Kind.REFUSE)

    @property
    def hints(self) -> tuple[Finding, ...]:
        """Return what could be better."""
        return tuple(one for one in self.findings if one.kind is Kind.HINT)


def report(blocks: Blocks, context: Context) -> Report:
    """Return what can be said about these stored blocks of a lesson, together with its figures.

    First what refuses, each in the order of the blocks. The same blocks and context always give the same.
    Blocks of any form are read; what is not understood is passed over.
    """
    stored = stored_blocks(blocks)
    texts = {block.position: list(passages(block)) for block in stored}
    in_order = [passage for block in stored for passage in texts[block.position]]
    measured = measure(stored, one_by_one(context))
    found = [
        *(one for block in stored for one in _refusals(block, texts[block.position], context)),
        *_reading(measured),
        *language_findings(in_order, context),
    ]
    return Report(tuple(sorted(found, key=lambda one: (one.kind is Kind.HINT, one.position))), measured)


def one_by_one(context: Context) -> dict[str, str]:
    """Return the values of fill-in words as they are read: each item of a list on a line of its own."""
    lists = {slot.name for slot in context.slots if slot.kind == "list"}
    return {
        name: value.replace(", ", "\n") if name in lists else value for name, value in context.values.items()
    }


def _refusals(block: StoredBlock, texts: list[Passage], context: Context) -> Iterator[Finding]:
    for passage in texts:
        yield from _slots(passage, context)
    yield from structure_findings(block, texts, context)


def _slots(passage: Passage, context: Context) -> Iterator[Finding]:
    block = passage.block
    for name in empty_slots(passage.source, context.values):
        sentence = (
            f"Het invulwoord ‘{name}’ is hier nog leeg of onbekend. Dan staat er een gat in de tekst. "
            "Een beheerder vult het in bij Instellingen, Gemeente. Of verbeter het woord."
        )
        yield Finding("slot", Kind.REFUSE, block.uid, block.position, sentence)
    if has_broken_slot(passage.source):
        sentence = "Een invulwoord is niet goed geschreven. Schrijf het zo: {{ gemeente }}."
        yield Finding("slot", Kind.REFUSE, block.uid, block.position, sentence)
    for one in foreign_slots(passage.visible, context):
        sentence = (
            f"‘{one.text}’ hoort bij een andere gemeente. Onze lezers komen dan verkeerd uit. "
            f"Zet er het invulwoord, zoals: {{{{ {one.slot} }}}}."
        )
        yield Finding("foreign_slot", Kind.REFUSE, block.uid, block.position, sentence)


def _reading(measured: Measure) -> Iterator[Finding]:
    if measured.is_hard and measured.score is not None:
        sentence = (
            f"Deze les leest {measured.name}: {round(measured.score)}. Ons doel is {AIM} of meer. "
            "Kortere zinnen en kortere woorden helpen het meest."
        )
        yield Finding("reading_level", Kind.HINT, "", 0, sentence)
