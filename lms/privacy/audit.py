"""What is logged about people's rights to their data."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from lms.audit.public import record, register_actions

register_actions(
    {
        "privacy.data_downloaded": _("Eigen gegevens gedownload"),
        "privacy.erasure_prepared": _("Bekeken wat er gewist kan worden"),
        "privacy.person_erased": _("Gegevens gewist"),
    }
)


def data_downloaded(person: Any) -> None:
    """A person took a copy of everything we hold about them."""
    record("privacy.data_downloaded", subject=person, actor=person)


def erasure_prepared(person: Any, actor: Any) -> None:
    """An administrator looked at what erasing this person would do."""
    record("privacy.erasure_prepared", subject=person, actor=actor)


def person_erased(person: Any, actor: Any) -> None:
    """The personal data of this person was erased; this entry is the stub that stays."""
    record("privacy.person_erased", subject=person, actor=actor)
