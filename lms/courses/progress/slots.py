"""The fill-in words of a text, with this municipality's values and the reader's own contact person."""

from collections.abc import Iterator, Mapping

from django.http import HttpRequest
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from wagtail.rich_text import RichText, expand_db_html

from lms.accounts import public as accounts
from lms.accounts.models import User
from lms.municipality.public import current_settings, fill_slots, slot_values

OWN = "contactpersoon_naam"


class ReaderSlots(Mapping[str, str]):
    """Values by name. The contact person is looked up only when a text asks for it."""

    def __init__(self, request: HttpRequest | None) -> None:
        self._user = getattr(request, "user", None)
        self._values = slot_values(current_settings(request))
        self._own: str | None = None

    def __getitem__(self, name: str) -> str:
        if name == OWN and isinstance(self._user, User):
            if self._own is None:
                self._own = accounts.contact_person_name(self._user)
            return self._own or self._values[name]
        return self._values[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)


def slots_for(request: HttpRequest | None) -> ReaderSlots:
    """Return the values for this request; made once."""
    kept: ReaderSlots | None = getattr(request, "reader_slots", None)
    if kept is None:
        kept = ReaderSlots(request)
        if request is not None:
            request.reader_slots = kept  # type: ignore[attr-defined]  # ours, for one request
    return kept


def filled(value: RichText | str | None, values: Mapping[str, str]) -> SafeString:
    """Return a text as safe HTML with its fill-in words replaced; values and plain text are escaped."""
    html = expand_db_html(value.source) if isinstance(value, RichText) else escape(value or "")
    # Rich text was cleaned when it was saved; everything else in here is escaped.
    return mark_safe(fill_slots(html, values, escape=escape))  # noqa: S308
