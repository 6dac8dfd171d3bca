"""The content of learning as Wagtail pages. These models know no learner: who may see what is decided elsewhere."""

import uuid
from typing import Any, ClassVar

from django.db import models
from django.http import Http404, HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.search import index
from wagtail.url_routing import RouteResult

from lms.courses.pages import guide_blocks as guide
from lms.courses.pages.blocks import INLINE_FEATURES, TEXT_FEATURES, LessonBody


class HomePage(Page):
    """The root of the site: itself only a door, it finds any page below it in one query."""

    parent_page_types: ClassVar[list[str]] = ["wagtailcore.Page"]
    max_count = 1

    class Meta:
        verbose_name = _("startpagina")

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Return the live page at this path. Wagtail walks the tree with two queries per level; this is one."""
        if not path_components:
            return super().route(request, path_components)
        url_path = f"{self.url_path}{'/'.join(path_components)}/"
        page = (
            Page.objects.live()
            .filter(url_path=url_path)
            .select_related("lessonpage", "modulepage", "coursepage", "tralanspage")
            .first()
        )
        for name in ("lessonpage", "modulepage", "coursepage", "tralanspage"):
            if page is not None and hasattr(page, name):
                return RouteResult(getattr(page, name))
        raise Http404


class CoursePage(Page):
    """A course: what it is, its word list, and what the trainer and the coordinator use beside it."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    version = models.CharField(_("versie"), max_length=20, default="1.0.0")
    intro = RichTextField(_("inleiding"), features=TEXT_FEATURES, blank=True)
    details = StreamField(
        [("line", guide.NamedLineBlock())], blank=True, verbose_name=_("gegevens van de cursus")
    )
    competences = StreamField(
        [("competence", guide.CompetenceBlock())], blank=True, verbose_name=_("dit kan een OCO straks")
    )
    glossary = StreamField([("term", guide.TermBlock())], blank=True, verbose_name=_("woordenlijst"))
    talk_intro = RichTextField(_("eindgesprek: uitleg"), features=TEXT_FEATURES, blank=True)
    talk_points = StreamField(
        [("point", guide.TalkPointBlock())], blank=True, verbose_name=_("eindgesprek: punten")
    )
    record_rules = StreamField(
        [("allowed", guide.LineBlock()), ("never", guide.LineBlock())],
        blank=True,
        verbose_name=_("wat komt er in een verslag van intervisie"),
    )
    status_note = RichTextField(_("bericht voor de trainer"), features=TEXT_FEATURES, blank=True)
    meeting_plan = StreamField(
        [("meeting", guide.MeetingPlanBlock())], blank=True, verbose_name=_("bijeenkomsten")
    )
    meeting_note = RichTextField(_("over de bijeenkomsten"), features=TEXT_FEATURES, blank=True)
    checklist = StreamField(
        [("line", guide.LineBlock())], blank=True, verbose_name=_("nakijklijst voor de trainer")
    )

    parent_page_types: ClassVar[list[str]] = ["courses.HomePage"]
    subpage_types: ClassVar[list[str]] = ["courses.ModulePage", "courses.TralansPage"]
    content_panels: ClassVar[list[Any]] = [
        *Page.content_panels,
        FieldPanel("intro"),
        FieldPanel("details"),
        FieldPanel("competences"),
        FieldPanel("glossary"),
        MultiFieldPanel([FieldPanel("talk_intro"), FieldPanel("talk_points")], heading=_("Eindgesprek")),
        FieldPanel("record_rules"),
        MultiFieldPanel(
            [
                FieldPanel("status_note"),
                FieldPanel("meeting_plan"),
                FieldPanel("meeting_note"),
                FieldPanel("checklist"),
            ],
            heading=_("Alleen voor de trainer"),
        ),
    ]

    class Meta:
        verbose_name = _("cursus")


class ModulePage(Page):
    """A part of a course that one does in a week or so."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    number = models.PositiveSmallIntegerField(_("nummer"), default=1)
    goals = StreamField([("goal", guide.LineBlock())], blank=True, verbose_name=_("leerdoelen"))
    competence_codes = models.CharField(_("werkt aan"), max_length=60, blank=True)
    trainer_note = RichTextField(_("alleen voor de trainer"), features=TEXT_FEATURES, blank=True)

    parent_page_types: ClassVar[list[str]] = ["courses.CoursePage"]
    subpage_types: ClassVar[list[str]] = ["courses.LessonPage"]
    content_panels: ClassVar[list[Any]] = [
        *Page.content_panels,
        FieldPanel("number"),
        FieldPanel("goals"),
        FieldPanel("competence_codes"),
        FieldPanel("trainer_note"),
    ]

    class Meta:
        verbose_name = _("module")


class LessonPage(Page):
    """A short lesson, or the practice that belongs to a module."""

    class Kind(models.TextChoices):
        LESSON = "lesson", _("les")
        ASSIGNMENTS = "assignments", _("opdrachten")
        QUESTIONS = "questions", _("vragen")
        SCENARIOS = "scenarios", _("situaties")

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(_("soort"), max_length=12, choices=Kind.choices, default=Kind.LESSON)
    number = models.CharField(_("nummer"), max_length=10, blank=True)
    minutes_reading = models.PositiveSmallIntegerField(_("minuten lezen"), default=0)
    minutes_doing = models.PositiveSmallIntegerField(_("minuten doen"), default=0)
    pictogram = models.CharField(_("pictogram, beschreven"), max_length=200, blank=True)
    basis = models.CharField(_("bronnen"), max_length=200, blank=True)
    body = StreamField(LessonBody(), blank=True, verbose_name=_("inhoud"))

    parent_page_types: ClassVar[list[str]] = ["courses.ModulePage"]
    subpage_types: ClassVar[list[str]] = []
    search_fields: ClassVar[list[Any]] = [*Page.search_fields, index.SearchField("body")]
    content_panels: ClassVar[list[Any]] = [
        *Page.content_panels,
        FieldPanel("body"),
        MultiFieldPanel(
            [
                FieldPanel("kind"),
                FieldPanel("number"),
                FieldPanel("minutes_reading"),
                FieldPanel("minutes_doing"),
                FieldPanel("pictogram"),
                FieldPanel("basis"),
            ],
            heading=_("Gegevens van de les"),
        ),
    ]

    class Meta:
        verbose_name = _("les")


class TralansPage(Page):
    """The Tralans model, honestly marked: the banner follows the status until the maker's own text is here."""

    class Status(models.TextChoices):
        DERIVED = "derived", _("afgeleid (noodtekst)")
        SUPPLEMENTED = "supplemented", _("aangevuld door de trainer")
        ORIGINAL = "original", _("origineel, met toestemming")

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    status = models.CharField(_("status"), max_length=12, choices=Status.choices, default=Status.DERIVED)
    banner = RichTextField(_("melding bovenaan"), features=TEXT_FEATURES, blank=True)
    author_credit = models.CharField(_("maker"), max_length=200, blank=True)
    permission_note = models.TextField(_("toestemming"), blank=True)
    explanation = StreamField(LessonBody(), blank=True, verbose_name=_("uitleg"))
    themes = StreamField([("theme", guide.TralansThemeBlock())], blank=True, verbose_name=_("thema's"))
    exercise_intro = RichTextField(_("oefening: uitleg"), features=TEXT_FEATURES, blank=True)
    exercise_steps = StreamField(
        [("step", guide.NamedLineBlock())], blank=True, verbose_name=_("oefening: stappen")
    )
    stories = StreamField([("story", guide.StoryBlock())], blank=True, verbose_name=_("verhalen"))
    discussion = RichTextField(_("bespreek samen"), features=INLINE_FEATURES, blank=True)

    parent_page_types: ClassVar[list[str]] = ["courses.CoursePage"]
    subpage_types: ClassVar[list[str]] = []
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
        FieldPanel("themes"),
        FieldPanel("exercise_intro"),
        FieldPanel("exercise_steps"),
        FieldPanel("stories"),
        FieldPanel("discussion"),
    ]

    class Meta:
        verbose_name = _("Tralanspagina")

    @property
    def needs_banner(self) -> bool:
        """Say whether the page must admit that it is not the maker's own text."""
        return self.status != self.Status.ORIGINAL
