"""The course: what it is, and everything that stands beside its modules."""

import uuid
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.fields import RichTextField
from wagtail.models import Page

from lms.courses.pages import guide_blocks as guide
from lms.courses.pages.blocks import TEXT_FEATURES
from lms.courses.pages.fields import BlockField
from lms.courses.pages.previews import OnDevices
from lms.courses.pages.publishing import ContentPage


class CoursePage(OnDevices, ContentPage):
    """A course: what it is, its word list, and what the trainer and the coordinator use beside it.

    The fields are those of a course package (docs/decisions/0002). `part_uids` holds the stable ids of the
    parts that are no page of their own: manifest, glossary, closing_talk, trainer, record, and methods.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    part_uids = models.JSONField(default=dict, blank=True, editable=False)
    package_title = models.CharField(_("naam van het pakket"), max_length=200, blank=True)
    version = models.CharField(
        _("versie"), max_length=20, default="1.0.0", help_text=_("Drie getallen, zoals 1.0.0.")
    )
    language = models.CharField(_("taal"), max_length=10, default="nl")
    licence = models.CharField(_("licentie"), max_length=100, blank=True)
    attribution = models.TextField(_("van wie is dit?"), blank=True)
    status_note = RichTextField(_("lees dit eerst"), features=TEXT_FEATURES, blank=True)

    audience = models.TextField(_("voor wie"), blank=True)
    form = models.TextField(_("hoe"), blank=True)
    own_work = models.TextField(_("zelf doen"), blank=True)
    group_size = models.TextField(_("hoe groot is de groep"), blank=True)
    prior_knowledge = models.TextField(_("wat moet je al weten"), blank=True)
    ending = models.TextField(_("hoe eindigt het"), blank=True)
    competences = BlockField(
        [("competence", guide.CompetenceBlock())], blank=True, verbose_name=_("dit kan een OCO straks")
    )
    competences_note = RichTextField(_("over deze lijst"), features=TEXT_FEATURES, blank=True)

    glossary_title = models.CharField(_("titel"), max_length=120, blank=True)
    glossary = BlockField([("term", guide.TermBlock())], blank=True, verbose_name=_("woorden"))

    talk_title = models.CharField(_("titel"), max_length=120, blank=True)
    talk_minutes = models.PositiveSmallIntegerField(_("minuten"), default=45)
    talk_intro = RichTextField(_("uitleg"), features=TEXT_FEATURES, blank=True)
    talk_points = BlockField([("point", guide.TalkPointBlock())], blank=True, verbose_name=_("punten"))

    about_title = models.CharField(_("titel"), max_length=120, blank=True)
    about = BlockField([("line", guide.MarkedLineBlock())], blank=True, verbose_name=_("uitleg"))
    meetings_title = models.CharField(_("titel"), max_length=120, blank=True)
    meetings = BlockField(
        [("meeting", guide.MeetingPlanBlock())], blank=True, verbose_name=_("bijeenkomsten")
    )
    meetings_note = RichTextField(_("let op"), features=TEXT_FEATURES, blank=True)
    checklist_title = models.CharField(_("titel"), max_length=120, blank=True)
    checklist = BlockField([("line", guide.LineBlock())], blank=True, verbose_name=_("nakijklijst"))

    record_title = models.CharField(_("titel"), max_length=120, blank=True)
    record_keep = BlockField(
        [("line", guide.MarkedLineBlock())], blank=True, verbose_name=_("dit schrijf je op")
    )
    record_leave_out = BlockField(
        [("line", guide.MarkedLineBlock())], blank=True, verbose_name=_("dit schrijf je nooit op")
    )

    slots = BlockField(
        [("slot", guide.SlotDefinitionBlock())], blank=True, verbose_name=_("invulwoorden van deze cursus")
    )
    slots_note = RichTextField(_("over de invulwoorden"), features=TEXT_FEATURES, blank=True)
    sources = BlockField([("source", guide.SourceBlock())], blank=True, verbose_name=_("bronnen"))

    parent_page_types: ClassVar[list[str]] = ["courses.HomePage"]
    subpage_types: ClassVar[list[str]] = ["courses.ModulePage", "courses.TralansPage"]
    admin_default_ordering = "ord"
    template = "courses/course.html"
    content_panels: ClassVar[list[Any]] = [
        *Page.content_panels,
        MultiFieldPanel(
            [
                FieldPanel("audience"),
                FieldPanel("form"),
                FieldPanel("own_work"),
                FieldPanel("group_size"),
                FieldPanel("prior_knowledge"),
                FieldPanel("ending"),
            ],
            heading=_("Over de cursus"),
            help_text=_("Dit leest een deelnemer bovenaan de cursus."),
        ),
        FieldPanel("competences"),
        FieldPanel("competences_note"),
        MultiFieldPanel([FieldPanel("glossary_title"), FieldPanel("glossary")], heading=_("Woordenlijst")),
    ]
    trainer_panels: ClassVar[list[Any]] = [
        FieldPanel("status_note"),
        MultiFieldPanel([FieldPanel("about_title"), FieldPanel("about")], heading=_("Zo werkt de tekst")),
        MultiFieldPanel(
            [FieldPanel("meetings_title"), FieldPanel("meetings"), FieldPanel("meetings_note")],
            heading=_("Bijeenkomsten"),
        ),
        MultiFieldPanel([FieldPanel("checklist_title"), FieldPanel("checklist")], heading=_("Nakijklijst")),
        MultiFieldPanel(
            [
                FieldPanel("talk_title"),
                FieldPanel("talk_minutes"),
                FieldPanel("talk_intro"),
                FieldPanel("talk_points"),
            ],
            heading=_("Eindgesprek"),
            help_text=_("Dit lezen de trainer en de coördinator."),
        ),
        MultiFieldPanel(
            [FieldPanel("record_title"), FieldPanel("record_keep"), FieldPanel("record_leave_out")],
            heading=_("Verslag van intervisie"),
        ),
    ]
    origin_panels: ClassVar[list[Any]] = [
        MultiFieldPanel(
            [
                FieldPanel("package_title"),
                FieldPanel("version"),
                FieldPanel("language"),
                FieldPanel("licence"),
                FieldPanel("attribution"),
            ],
            heading=_("Van wie is dit?"),
        ),
        FieldPanel("slots"),
        FieldPanel("slots_note"),
        FieldPanel("sources"),
    ]
    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading=_("Inhoud")),
            ObjectList(trainer_panels, heading=_("Voor de trainer")),
            ObjectList(origin_panels, heading=_("Herkomst")),
            ObjectList(ContentPage.promote_panels, heading=_("Adres")),
        ]
    )

    class Meta:
        verbose_name = _("cursus")
