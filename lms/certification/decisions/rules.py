"""Pure: which decisions there are, why one can be made, and which reasons there are to choose from."""

from datetime import date, timedelta

from lms.certification.readiness import Standing, State

LONGEST_OVERRIDE = timedelta(days=366)

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
}


def why_not_confirm(standing: Standing) -> str:
    """The code of the reason that a confirmation cannot be made, or empty when it can.

    Source: the system advises and a human confirms; nobody confirms what the rules do not advise.
    """
    if standing.state is State.PAUSED:
        return "paused"
    if standing.computed_state is State.MATCHABLE:
        return "already_confirmed"
    return "" if standing.computed_state is State.READY else "not_ready"


def why_not(kind: str, standing: Standing) -> str:
    """The code of the reason that this decision cannot be made now, or empty when it can."""
    if kind == "confirm":
        return why_not_confirm(standing)
    is_stopped, is_paused = standing.state is State.STOPPED, standing.state is State.PAUSED
    refusals = {
        "override": ("is_matchable", standing.is_matchable),
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
