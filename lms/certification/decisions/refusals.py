"""Why a decision cannot be made now, in words."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

MESSAGES: dict[str, str | Promise] = {
    "not_allowed": _("Jij bent geen coördinator van deze persoon."),
    "not_ready": _("Dit kan nog niet. Er staat nog iets open."),
    "already_confirmed": _("Dit is al bevestigd."),
    "paused": _("Dit kan nog niet. Deze persoon heeft even pauze."),
    "already_paused": _("Er is al pauze."),
    "not_paused": _("Er is geen pauze meer."),
    "stopped": _("Deze persoon is gestopt."),
    "is_matchable": _("Een uitzondering is niet nodig. Deze persoon is al inzetbaar."),
    "no_scheme": _("Er is nog geen regeling. Vraag het aan de beheerder."),
    "end": _("Kies een einddatum binnen een jaar. De dag moet nog komen."),
    "reason": _("Kies een reden en leg het uit."),
    "domain": _("Dit leefgebied staat niet in de regeling van deze persoon."),
    "other_person": _("Dit formulier was voor iemand anders. Laad de pagina opnieuw."),
    "not_own_pause": _("De coördinator koos deze pauze. Wil je weer beginnen? Bel je coördinator."),
    "second_person": _("Voor een uitzondering is een tweede coördinator nodig. Laad de pagina opnieuw."),
    "asked_already": _("Er wacht al een uitzondering op een tweede coördinator."),
    "answered": _("Een andere coördinator heeft dit al beantwoord."),
    "own_request": _("Jij vroeg dit zelf. Een andere coördinator moet het ermee eens zijn."),
    "asker_gone": _("Wie dit vroeg, is hier geen coördinator meer. Zeg nee en vraag het opnieuw."),
    "own_decision": _("De vrijwilliger koos dit zelf. Dat neemt niemand anders terug."),
    "undone": _("Dit besluit is al teruggenomen."),
    "not_newest": _("Er is een nieuwer besluit. Kijk eerst daarnaar."),
    "reminded": _("Deze persoon kreeg al een mail in de afgelopen week."),
    "nothing_open": _("Er staat niets open. Een herinnering is niet nodig."),
    "too_late": _("Dit besluit is ouder dan een week. Maak een nieuw besluit."),
}


class DecisionRefused(ValueError):  # noqa: N818  (what it says, not what kind of thing it is)
    """A decision that cannot be made now; `code` says why, the message says it in Dutch."""

    def __init__(self, code: str) -> None:
        super().__init__(str(MESSAGES[code]))
        self.code = code
