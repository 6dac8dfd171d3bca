"""Pure: which decisions there are, why one can be made or taken back, and which reasons there are."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Protocol

from lms.certification.readiness import State

LONGEST_OVERRIDE = timedelta(days=366)
UNDO_DAYS = 7

OVERRIDE_REASONS = {
    "earlier_experience": "Deze persoon kan het al door eerder werk",
    "paper_on_its_way": "Een papier is onderweg",
    "needed_soon": "De inzet kan niet wachten",
    "other": "Een andere reden",
}
WITHDRAW_REASONS = {
    "own_wish": "Deze persoon wil zelf stoppen",
    "not_fitting_now": "Het werk past nu niet",
    "agreements": "Het lukte niet met de afspraken",
    "other": "Een andere reden",
}
REASONS = OVERRIDE_REASONS | WITHDRAW_REASONS
KIND_LABELS = {
    "confirm": "Inzetbaar, bevestigd",
    "override": "Inzetbaar, met een uitzondering",
    "pause": "Even pauze",
    "resume": "Weer begonnen na een pauze",
    "withdraw": "Gestopt",
    "undo": "Besluit teruggenomen",
}


class HasState(Protocol):
    """What a decision looks at: a standing as it was computed, or its line in the projection."""

    @property
    def state(self) -> str: ...

    @property
    def computed_state(self) -> str: ...


def why_not_confirm(standing: HasState) -> str:
    """The code of the reason that a confirmation cannot be made, or empty when it can.

    Source: the system advises and a human confirms; nobody confirms what the rules do not advise.
    """
    if standing.state == State.PAUSED:
        return "paused"
    if standing.computed_state == State.MATCHABLE:
        return "already_confirmed"
    return "" if standing.computed_state == State.READY else "not_ready"


def why_not(kind: str, standing: HasState) -> str:
    """The code of the reason that this decision cannot be made now, or empty when it can."""
    if kind == "confirm":
        return why_not_confirm(standing)
    is_stopped, is_paused = standing.state == State.STOPPED, standing.state == State.PAUSED
    refusals = {
        "override": ("is_matchable", standing.state == State.MATCHABLE),
        "pause": ("already_paused" if is_paused else "stopped", is_paused or is_stopped),
        "resume": ("not_paused", not is_paused),
        "withdraw": ("stopped", is_stopped),
    }
    code, is_refused = refusals[kind]
    return code if is_refused else ""


def is_possible_end(kind: str, until: date | None, today: date) -> bool:
    """Say whether a decision of this kind may end on this day: an override must, and within a year."""
    if kind == "override":
        return until is not None and today < until <= today + LONGEST_OVERRIDE
    return until is None or (kind == "pause" and until > today)


def are_possible_domains(kind: str, domains: Iterable[str], known: Iterable[str]) -> bool:
    """Say whether a decision of this kind may be about these life domains; only an override names any."""
    chosen = set(domains)
    return not chosen or (kind == "override" and chosen <= set(known))


def why_not_undo(*, is_newest: bool, is_own: bool, made_on: date, today: date) -> str:
    """The code of the reason that a decision cannot be taken back, or empty when it can.

    `is_own`: the volunteer decided it about oneself; nobody else takes that back. Only the newest decision
    that stands can go, so that what comes back is what everybody knew. After a week a new one is clearer.
    """
    if is_own:
        return "own_decision"
    if not is_newest:
        return "not_newest"
    return "too_late" if today > made_on + timedelta(days=UNDO_DAYS) else ""
