"""The Tralans model, honestly marked until the maker's own text is here (domain.md §3.2)."""

import uuid
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page

from lms.courses.pages import tralans_blocks as tralans
from lms.courses.pages.blocks import TEXT_FEATURES, LessonBody
from lms.courses.pages.fields import BlockField
from lms.courses.pages.guide_blocks import LineBlock
from lms.courses.pages.publishing import ContentPage


class TralansPage(ContentPage):
    """The page about the model: the banner follows the status. Nothing that a reader fills in is kept."""

    class Status(models.TextChoices):
        DERIVED = "derived", _("afgeleid (noodtekst)")
        SUPPLEMENTED = "supplemented", _("aangevuld door de trainer")
        ORIGINAL = "original", _("origineel, met toestemming")

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    status = models.CharField(
        _("status"),
        max_length=12,
        choices=Status.choices,
        default=Status.DERIVED,
        help_text=_("De melding bovenaan verdwijnt pas bij ‘origineel, met toestemming’."),
    )
    banner = RichTextField(_("melding bovenaan"), features=TEXT_FEATURES, blank=True)
    author_credit = models.CharField(_("maker"), max_length=200, blank=True)
    permission_note = RichTextField(_("toestemming"), features=TEXT_FEATURES, blank=True)
    minutes_reading = models.PositiveSmallIntegerField(_("minuten lezen"), default=0)
    pictogram = models.CharField(_("pictogram, beschreven"), max_length=200, blank=True)
    basis = models.CharField(_("bronnen"), max_length=200, blank=True)
    explanation = BlockField(LessonBody(), blank=True, verbose_name=_("uitleg"))
    summary = models.TextField(_("kort gezegd"), blank=True)
    themes_intro = models.TextField(_("boven de thema's"), blank=True)
    themes = BlockField([("theme", tralans.TralansThemeBlock())], blank=True, verbose_name=_("thema's"))
    exercise_uid = models.UUIDField(default=uuid.uuid4, editable=False)
    exercise_title = models.CharField(_("titel"), max_length=200, blank=True)
    exercise_intro = RichTextField(_("uitleg"), features=TEXT_FEATURES, blank=True)
    exercise_steps = BlockField(
        [("step", tralans.ExerciseStepBlock())], blank=True, verbose_name=_("stappen")
    )
    exercise_outro = RichTextField(_("na de oefening"), features=TEXT_FEATURES, blank=True)
    stories = BlockField([("story", tralans.StoryBlock())], blank=True, verbose_name=_("verhalen"))
    discussion_title = models.CharField(_("titel van het gesprek"), max_length=120, blank=True)
    discussion = BlockField([("line", LineBlock())], blank=True, verbose_name=_("bespreek samen"))

    parent_page_types: ClassVar[list[str]] = ["courses.CoursePage"]
    subpage_types: ClassVar[list[str]] = []
    template = "courses/tralans.html"
    content_panels: ClassVar[list[Any]] = [
        *Page.content_panels,
        MultiFieldPanel(
            [
                FieldPanel("status"),
                FieldPanel("banner"),
                FieldPanel("author_credit"),
                FieldPanel("permission_note"),
            ],
            heading=_("Van wie is dit?"),
        ),
        FieldPanel("explanation"),
        FieldPanel("summary"),
        FieldPanel("themes_intro"),
        FieldPanel("themes"),
        MultiFieldPanel(
            [
                FieldPanel("exercise_title"),
                FieldPanel("exercise_intro"),
                FieldPanel("exercise_steps"),
                FieldPanel("exercise_outro"),
                FieldPanel("stories"),
                FieldPanel("discussion_title"),
                FieldPanel("discussion"),
            ],
            heading=_("Oefening"),
            help_text=_("Wat iemand invult, wordt niet bewaard."),
        ),
        MultiFieldPanel(
            [FieldPanel("minutes_reading"), FieldPanel("pictogram"), FieldPanel("basis")],
            heading=_("Gegevens van de pagina"),
        ),
    ]

    class Meta:
        verbose_name = _("Tralanspagina")

    @property
    def needs_banner(self) -> bool:
        """Say whether the page must admit that it is not the maker's own text."""
        return self.status != self.Status.ORIGINAL
