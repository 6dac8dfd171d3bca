"""Why a draft is not published, in words."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

MESSAGES: dict[str, str | Promise] = {
    "no_preview": _("Bekijk eerst wie er verandert. Daarna kun je de regeling instellen."),
    "other_revision": _("Het concept is intussen gewijzigd. Bekijk eerst opnieuw wie er verandert."),
    "past": _("De eerste dag is al geweest. Kies vandaag of een dag die nog komt."),
    "surprise": _("Er is niets ingesteld. Er is intussen iets veranderd bij mensen. Kijk nog een keer."),
    "not_allowed": _("Wie dit vroeg, mag de regeling niet meer instellen."),
    "closed": _("Dit concept is al ingesteld of weggedaan."),
}


class NotPublished(ValueError):  # noqa: N818  (what it says, not what kind of thing it is)
    """Nothing was published; `code` says why, the message says it in Dutch."""

    def __init__(self, code: str) -> None:
        super().__init__(str(MESSAGES[code]))
        self.code = code
