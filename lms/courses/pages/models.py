"""The content of learning as Wagtail pages. They know no learner: who may see what is decided elsewhere."""

import uuid
from typing import Any, ClassVar

from django.db import models
from django.http import Http404, HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page
from wagtail.search import index
from wagtail.url_routing import RouteResult

from lms.courses.pages import guide_blocks as guide
from lms.courses.pages.blocks import TEXT_FEATURES, LessonBody
from lms.courses.pages.change_choice import ChangePanel, LessonPageForm, check_line
from lms.courses.pages.course_page import CoursePage
from lms.courses.pages.fields import BlockField
from lms.courses.pages.previews import LessonPreviews, OnDevices
from lms.courses.pages.publishing import ContentPage
from lms.courses.pages.search_text import folded, texts_to_find
from lms.courses.pages.tralans_page import TralansPage
from lms.municipality.public import current_settings, fill_slots, slot_values

__all__ = ["CoursePage", "HomePage", "LessonPage", "ModulePage", "TralansPage"]


def page_at(url_path: Any) -> Page | None:
    """Return the live page of a course at this `url_path` (a text, or an expression), as its own type.

    Wagtail walks the tree with two queries per level; this is one.
    """
    kinds = ("lessonpage", "modulepage", "coursepage", "tralanspage")
    page = Page.objects.live().filter(url_path=url_path).select_related(*kinds).first()
    found = (getattr(page, kind, None) for kind in kinds)
    return next((one for one in found if one is not None), None)


class HomePage(Page):
    """The root of the site: itself only a door, it finds any page below it in one query."""

    parent_page_types: ClassVar[list[str]] = ["wagtailcore.Page"]
    max_count = 1
    admin_default_ordering = "ord"

    class Meta:
        verbose_name = _("startpagina")

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Return the live page at this path.

        Raises Http404 for the root itself (the start page is not a Wagtail page) and for what is not there.
        """
        page = page_at(f"{self.url_path}{'/'.join(path_components)}/")
        if page is None:
            raise Http404
        return RouteResult(page)


class ModulePage(OnDevices, ContentPage):
    """A part of a course that one does in a week or so."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    number = models.PositiveSmallIntegerField(_("nummer"), default=1)
    goals = BlockField([("goal", guide.LineBlock())], blank=True, verbose_name=_("leerdoelen"))
    competence_codes = models.CharField(
        _("werkt aan"),
        max_length=60,
        blank=True,
        help_text=_("De codes uit de cursus, met komma's ertussen."),
    )
    trainer_note = RichTextField(_("alleen voor de trainer"), features=TEXT_FEATURES, blank=True)

    parent_page_types: ClassVar[list[str]] = ["courses.CoursePage"]
    subpage_types: ClassVar[list[str]] = ["courses.LessonPage"]
    admin_default_ordering = "ord"
    template = "courses/module.html"
    content_panels: ClassVar[list[Any]] = [
        *Page.content_panels,
        FieldPanel("number", help_text=_("De hoeveelste module is dit? Versleep modules in de lijst zelf.")),
        FieldPanel("goals", help_text=_("Wat kan iemand na deze module? Begin met een werkwoord.")),
        MultiFieldPanel(
            [FieldPanel("trainer_note"), FieldPanel("competence_codes")],
            heading=_("Voor de trainer"),
            help_text=_("Dit ziet een deelnemer niet."),
        ),
    ]

    class Meta:
        verbose_name = _("module")


class LessonPage(LessonPreviews, ContentPage):
    """A short lesson, or the practice that belongs to a module."""

    class Kind(models.TextChoices):
        LESSON = "lesson", _("les")
        ASSIGNMENTS = "assignments", _("opdrachten")
        QUESTIONS = "questions", _("vragen")
        SCENARIOS = "scenarios", _("situaties")

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(_("soort"), max_length=12, choices=Kind.choices, default=Kind.LESSON)
    number = models.CharField(
        _("nummer"), max_length=10, blank=True, help_text=_("Zoals 5.2. Leeg bij vragen en opdrachten.")
    )
    minutes_reading = models.PositiveSmallIntegerField(_("minuten lezen"), default=0)
    minutes_doing = models.PositiveSmallIntegerField(_("minuten doen"), default=0)
    pictogram = models.CharField(_("pictogram, beschreven"), max_length=200, blank=True)
    picture = models.CharField(_("pictogram"), max_length=40, blank=True)
    basis = models.CharField(_("bronnen"), max_length=200, blank=True)
    warning = models.CharField(
        _("let op, vooraf"),
        max_length=300,
        blank=True,
        help_text=_("Wat kan iemand raken? Wie dit leest, mag de les overslaan. Leeg: geen waarschuwing."),
    )
    change_kind = models.CharField(_("wat verandert er?"), max_length=10, blank=True)
    change_line = models.CharField(
        _("wat lezen mensen daarover?"),
        max_length=200,
        blank=True,
        help_text=_("Eén zin. Zoals: het nummer is nieuw."),
    )
    body = BlockField(
        LessonBody(),
        blank=True,
        verbose_name=_("inhoud"),
        help_text=_("Elke oefening wordt een eigen stap. De tekst ervoor hoort bij die stap."),
    )

    parent_page_types: ClassVar[list[str]] = ["courses.ModulePage"]
    subpage_types: ClassVar[list[str]] = []
    template = "courses/lesson.html"
    base_form_class = LessonPageForm
    search_fields: ClassVar[list[Any]] = [*Page.search_fields, index.AutocompleteField("words_to_find")]
    content_panels: ClassVar[list[Any]] = [
        *Page.content_panels,
        FieldPanel("body"),
        MultiFieldPanel(
            [
                FieldPanel("kind", help_text=_("Bij welk deel van de module hoort dit?")),
                FieldPanel("number"),
                FieldRowPanel([FieldPanel("minutes_reading"), FieldPanel("minutes_doing")]),
            ],
            heading=_("Gegevens van de les"),
            help_text=_("De minuten staan bij de les, zodat iemand weet hoe lang het duurt."),
        ),
        MultiFieldPanel(
            [FieldPanel("warning"), FieldPanel("picture"), FieldPanel("pictogram"), FieldPanel("basis")],
            heading=_("Meer over deze les"),
            help_text=_("Dit mag leeg blijven."),
            classname="collapsed",
        ),
        ChangePanel(),
    ]

    class Meta:
        verbose_name = _("les")

    def check_ready(self) -> None:
        """Readers who are told that something changed are told what."""
        check_line(self)

    def words_to_find(self) -> str:
        """Return what searching looks in: title and text with slots filled, without capitals and accents."""
        texts = [self.title, *(text for _uid, text in texts_to_find(self.body.get_prep_value()))]
        return folded(fill_slots(" ".join(texts), slot_values(current_settings())))

    @property
    def minutes(self) -> int:
        """Return how long the whole lesson takes."""
        return self.minutes_reading + self.minutes_doing
