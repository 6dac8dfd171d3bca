"""What the findings of a lesson are called on a list, and how they are told beside the text."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lms.courses.checks.findings import Finding
from lms.courses.checks.lessons import Report
from lms.courses.checks.reading import AIM, Measure
from lms.courses.pages.checking import place_of

NAMES = {
    "abbreviation": gettext_lazy("afkorting zonder uitleg"),
    "alt": gettext_lazy("afbeelding zonder beschrijving"),
    "capitals": gettext_lazy("woorden in hoofdletters"),
    "captions": gettext_lazy("film zonder ondertitels"),
    "click_here": gettext_lazy("link die niet zegt waarheen"),
    "foreign_slot": gettext_lazy("nummer of adres van een andere gemeente"),
    "heading_jump": gettext_lazy("kleine kop zonder grote kop"),
    "licence": gettext_lazy("bestand zonder licentie"),
    "long_sentence": gettext_lazy("lange zin"),
    "medium": gettext_lazy("bestand dat er niet is"),
    "reading_level": gettext_lazy("leest moeilijk"),
    "slot": gettext_lazy("invulwoord zonder waarde"),
    "transcript": gettext_lazy("film of geluid zonder uitgeschreven tekst"),
    "twin": gettext_lazy("makkelijke versie van een oude tekst"),
    "unknown_word": gettext_lazy("woord dat niet in de woordenlijst staat"),
}


@dataclass(frozen=True)
class Told:
    """A finding as it is told: where, and what helps. `block` is the uid of the block, "" for the lesson."""

    place: str
    sentence: str
    block: str


@dataclass(frozen=True)
class Panel:
    """What stands beside the text: what must be put right, what could be better, and the figures."""

    refusals: tuple[Told, ...]
    hints: tuple[Told, ...]
    figures: tuple[tuple[str, str], ...]

    @property
    def total(self) -> int:
        """Return how many findings there are."""
        return len(self.refusals) + len(self.hints)


def panel_of(report: Report, blocks: list[Any]) -> Panel:
    """Return a report in words; `blocks` are the stored blocks it is about."""
    return Panel(_told(report.refusals, blocks), _told(report.hints, blocks), figures(report.measure))


def figures(measure: Measure) -> tuple[tuple[str, str], ...]:
    """Return the figures of a text with their names."""
    return (
        (_("Woorden"), str(measure.words)),
        (_("Woorden per zin"), f"{measure.average:.1f}".replace(".", ",")),
        (_("Langste zin"), str(measure.longest)),
        (_("Leesbaarheid (doel: %(aim)s)") % {"aim": AIM}, reading_of(measure)),
    )


def reading_of(measure: Measure) -> str:
    """Return how easy a text is to read: its score and what that is called; a dash for a short text."""
    if measure.score is None or not measure.is_telling:
        return "–"
    return f"{round(measure.score)} ({measure.name})"


def counted(findings: Iterable[Finding]) -> tuple[str, ...]:
    """Return what was found by name with how often, the most frequent first."""
    counts = Counter(finding.code for finding in findings)
    return tuple(
        f"{NAMES.get(code, code)} ({count})" if count > 1 else str(NAMES.get(code, code))
        for code, count in counts.most_common()
    )


def _told(findings: Sequence[Finding], blocks: list[Any]) -> tuple[Told, ...]:
    return tuple(Told(place_of(one, blocks) or _("De hele les"), one.sentence, one.block) for one in findings)
