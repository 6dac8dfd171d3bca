"""What we say about a response or a part of it: a word, an icon and the explanation. Nobody is wrong."""

import re
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from lms.courses.exercises.rules import Outcome, Remark, Verdict

OWN_WORDS = re.compile(
    r"^(?:nee|ja|goed|nog niet|bijna|past goed|past niet|kan, maar let op)[.!]\s*", re.IGNORECASE
)


@dataclass(frozen=True)
class Mark:
    """A judgement for people. `kind`: "ok", "wait" (not yet) or "" (neither)."""

    word: str
    kind: str
    text: str = ""


def mark_of(verdict: Verdict, explanation: str = "") -> Mark:
    """Return what we say; an explanation loses a judgement of its own at its start: we just said it."""
    return Mark(verdict_word(verdict), kind_of(verdict), without_own_word(explanation))


def mark_on(remark: Remark | None) -> Mark | None:
    """Return what we say about one part; nothing about what was missed, so that it can still be found."""
    if remark is None or remark.verdict is Verdict.MISSED:
        return None
    return mark_of(remark.verdict, remark.explanation)


def mark_over(outcome: Outcome, *, is_talk: bool = False) -> Mark:
    """Return what we say about the whole; it tells when more belongs to it, not what.

    Of a talk each reply was judged already: here only how it went.
    """
    mark = mark_of(outcome.verdict, outcome.explanation)
    if is_talk and outcome.verdict is not Verdict.GOES_ON:
        return Mark(_("Het gesprek is klaar."), mark.kind, _how_it_went(outcome.verdict))
    if any(remark.verdict is Verdict.MISSED for remark in outcome.remarks.values()):
        return replace(mark, text=f"{_('Er hoort nog iets bij.')} {mark.text}".strip())
    if mark.kind == "wait" and not mark.text and len(outcome.remarks) > 1:
        return replace(mark, text=_("Kijk wat er bij elk antwoord staat."))
    return mark


def _how_it_went(verdict: Verdict) -> str:
    return {
        Verdict.FITS: _("Wat je zei, past goed bij je rol."),
        Verdict.CAREFUL: _("Het kan zo. Let op wat er bij je antwoorden staat."),
    }.get(verdict, _("Niet alles past bij je rol. Kijk wat er bij je antwoorden staat."))


def kind_of(verdict: Verdict) -> str:
    """Return the kind of a mark: going on and coming back are neither good nor not yet."""
    if verdict in {Verdict.GOES_ON, Verdict.LATER}:
        return ""
    return "ok" if verdict.passes else "wait"


def without_own_word(explanation: str) -> str:
    """Return an explanation without "Nee.", "Ja." and the like at its start."""
    return OWN_WORDS.sub("", explanation.strip())


def verdict_word(verdict: Verdict) -> str:
    """Return the word for a judgement (docs/decisions/0014)."""
    return {
        Verdict.RIGHT: _("Goed."),
        Verdict.PARTLY: _("Bijna."),
        Verdict.WRONG: _("Nog niet."),
        Verdict.MISSED: _("Hoort er ook bij."),
        Verdict.FITS: _("Past goed."),
        Verdict.CAREFUL: _("Kan, maar let op."),
        Verdict.UNFIT: _("Past niet."),
        Verdict.GOES_ON: _("Het gesprek gaat verder."),
        Verdict.DONE: _("Klaar."),
        Verdict.LATER: _("Kom later terug."),
    }[verdict]


def hat_word(hat: str) -> str:
    """Return the name of somebody in a role; empty for no role."""
    return {
        "oco": _("OCO"),
        "advocate": _("Belangenbehartiger"),
        "buddy": _("Maatje"),
        "case_manager": _("Casemanager"),
        "professional": _("Professional"),
    }.get(hat, "")
