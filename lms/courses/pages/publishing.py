"""The gate to publishing: no page goes live with what would let a reader down (docs/decisions/0016).

That is a fill-in word that is empty, unknown or badly written, on any page; and what the checks of a lesson
refuse: a film without captions, an easy version of another text, and so on.

Every way to publish (editor, schedule, workflow, bulk action, `revision.publish()`, an alias that follows its
source, `add_child`) ends in a whole `save()` of a live page. So that is where the gate stands; drafts and
changes of single fields pass. `publish` looks earlier too, so that a schedule is refused when it is made.
"""

import json
import uuid
from collections.abc import Sequence
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page, PageViewRestriction, Revision

from lms.courses.pages.checking import Reason, refusals_of
from lms.courses.pages.rules import broken_slots, slots_without_value
from lms.municipality.public import current_settings, slot_values

MOST_REASONS = 3  # in one message; the rest stands beside the text in the editor


class NotPublishableError(ValidationError):
    """Raised when a page may not go live.

    `page` is the page, `slots` the fill-in words that need a value, `codes` what the checks refuse.
    """

    page: Page
    slots: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()


class NotReadyError(NotPublishableError):
    """Raised for what stands in a page. `reasons` are Dutch sentences, each with its place."""

    def __init__(self, page: Page, slots: tuple[str, ...], found: Sequence[Reason]) -> None:
        self.page, self.slots = page, slots
        self.codes = tuple(dict.fromkeys(reason.code for reason in found))
        sentences = [_("‘%(title)s’ kan nog niet online.") % {"title": page.title}]
        if slots:
            sentences.append(_about_slots(slots))
        sentences += [reason.sentence for reason in found[:MOST_REASONS]]
        if len(found) > MOST_REASONS:
            rest = len(found) - MOST_REASONS
            more = ngettext(
                "Nog %(rest)s punt staat bij ‘Nakijken’.", "Nog %(rest)s punten staan bij ‘Nakijken’.", rest
            )
            sentences.append(more % {"rest": rest})
        super().__init__(" ".join(sentences))


def _about_slots(slots: tuple[str, ...]) -> str:
    return _(
        "Vul eerst deze invulwoorden in: %(slots)s. "
        "Dat doet een beheerder bij Instellingen, Gemeente. Of verbeter het woord in de tekst."
    ) % {"slots": ", ".join(slots)}


class ContentPageForm(WagtailAdminPageForm):
    """The form of the editor. A new page begins as a draft, so that a refusal keeps what was typed."""

    def save(self, commit: bool = True) -> Page:
        """Return the page as filled in; publishing is the step after it, and puts it live."""
        if self.instance.pk is None:
            self.instance.live = False
        page: Page = super().save(commit)
        return page


class ContentPage(Page):
    """What all our content pages share: the gate, and no second way to decide who may read."""

    base_form_class = ContentPageForm

    # Lessons stand behind a door: words for search engines and for menus of Wagtail would do nothing.
    promote_panels: ClassVar[list[Any]] = [
        FieldPanel(
            "slug",
            heading=_("Adres"),
            help_text=_("Dit staat aan het eind van het webadres. Je mag het laten staan."),
        )
    ]

    # Who may read is decided by enrollment and role, in one place; Wagtail's own restrictions stay unused.
    private_page_options: ClassVar[list[str]] = []

    # A copy is another page: it gets an id of its own.
    exclude_fields_in_copy: ClassVar[list[str]] = [
        *("uid", "part_uids", "exercise_uid"),
        *("change_kind", "change_line"),
    ]

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; raise NotPublishableError when this would put a page live that is not ready for it."""
        if self.pk is None and self.alias_of_id:
            self.uid = uuid.uuid4()
        if self.live and kwargs.get("update_fields") is None:
            check_publishable(self)
        super().save(*args, **kwargs)

    def publish(self, revision: Revision, *args: Any, **kwargs: Any) -> None:
        """Publish or schedule; raise NotPublishableError now, not on the day it should go live."""
        check_publishable(revision.as_object())
        super().publish(revision, *args, **kwargs)

    def with_content_json(self, content: Any) -> Page:
        """Return this page with a revision's content. An alias that follows its source keeps its own id."""
        page = super().with_content_json(content)
        page.uid = self.uid
        return page

    def check_ready(self) -> None:
        """Raise NotPublishableError for what this kind of page asks besides, before it may go online."""

    def get_view_restrictions(self) -> models.QuerySet[PageViewRestriction]:
        """Return none: see `private_page_options`. This also saves two queries on every page."""
        return PageViewRestriction.objects.none()


def texts_of(page: Page) -> str:
    """Return everything a page holds as one text, to look for fill-in words in."""
    return json.dumps(page.serializable_data(), ensure_ascii=False, default=str)


def check_publishable(page: Page) -> None:
    """Raise NotPublishableError when a page holds what would let a reader down."""
    text = texts_of(page)
    missing = slots_without_value(text, slot_values(current_settings()))
    found = refusals_of(page)
    if broken_slots(text):
        sentence = _("Een invulwoord is niet goed geschreven. Schrijf het zo: {{ gemeente }}.")
        found = [Reason("broken_slot", sentence), *found]
    if missing or found:
        raise NotReadyError(page, missing, found)
    if isinstance(page, ContentPage):
        page.check_ready()
