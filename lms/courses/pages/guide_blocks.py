"""The blocks beside the lessons: word list, closing talk, meetings, Tralans.

Names and value keys are those of the course package (docs/decisions/0002), so that both sides read the same.
"""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from lms.courses.pages.blocks import INLINE_FEATURES


class SlotKind(TextChoices):
    """What sort of value a municipality fills in."""

    TEXT = "text", _("tekst")
    PHONE = "phone", _("telefoonnummer")
    URL = "url", _("website")
    NUMBER = "number", _("getal")
    NAME = "name", _("naam van een persoon")
    LIST = "list", _("lijst")
    PER_LEARNER = "per_learner", _("verschilt per deelnemer")


class LineBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("Tekst"))

    class Meta:
        label = _("Regel")
        icon = "list-ul"
        template = "blocks/line.html"
        label_format = "{text}"
        description = _("Eén zin in een lijst.")
        preview_value = {"text": "weet je wat een OCO doet;"}


class MarkedLineBlock(blocks.StructBlock):
    text = blocks.RichTextBlock(features=INLINE_FEATURES, label=_("Tekst"))

    class Meta:
        label = _("Regel")
        icon = "list-ul"
        template = "blocks/line.html"
        label_format = "{text}"
        description = _("Eén zin in een lijst, met vet of schuin als dat helpt.")
        preview_value = {"text": "wat de groep leerde, <b>in algemene zinnen</b>"}


class TermBlock(blocks.StructBlock):
    term = blocks.CharBlock(label=_("Woord"))
    meaning = blocks.TextBlock(label=_("Wat betekent het?"))

    class Meta:
        label = _("Woord")
        icon = "openquote"
        template = "blocks/term.html"
        label_format = "{term}"
        description = _("Een woord met uitleg.")
        preview_value = {"term": "Behoefte", "meaning": "Wat iemand nodig heeft. De reden achter de vraag."}


class TalkPointBlock(blocks.StructBlock):
    competence = blocks.CharBlock(required=False, label=_("Code"))
    can_do = blocks.CharBlock(label=_("Kan ik dit al?"))
    question = blocks.TextBlock(label=_("Vraag in het gesprek"))
    sign = blocks.TextBlock(label=_("Hieraan merk je het"))

    class Meta:
        label = _("Gesprekspunt")
        icon = "comment"
        template = "blocks/talk_point.html"
        label_format = "{competence} {can_do}"
        description = _("Een punt voor het eindgesprek: de vraag, en waaraan je het merkt.")
        preview_value = {
            "competence": "C4",
            "can_do": "Letten op welzijn",
            "question": "‘De inwoner wordt stil. Wat doe je?’",
            "sign": "ziet het, stopt rustig, laat de inwoner kiezen",
        }


class CompetenceBlock(blocks.StructBlock):
    code = blocks.CharBlock(label=_("Code"))
    title = blocks.CharBlock(label=_("Wat een OCO kan"))
    text = blocks.TextBlock(label=_("Uitleg"))
    where = blocks.CharBlock(required=False, label=_("Waar in de training"))

    class Meta:
        label = _("Dit kan een OCO")
        icon = "tick"
        template = "blocks/competence.html"
        label_format = "{code} {title}"
        description = _("Iets wat een OCO na de cursus kan.")
        preview_value = {
            "code": "C3",
            "title": "Verduidelijken",
            "text": "Verduidelijken: vragen stellen en samenvatten",
            "where": "module 3 en 4",
        }


class MeetingPlanBlock(blocks.StructBlock):
    number = blocks.IntegerBlock(min_value=1, label=_("Nummer"))
    modules = blocks.ListBlock(blocks.IntegerBlock(min_value=1), label=_("Nummers van de modules"))
    core = blocks.CharBlock(label=_("Waar gaat het over?"))
    tralans = blocks.BooleanBlock(required=False, label=_("Met het Tralansmodel"))

    class Meta:
        label = _("Bijeenkomst")
        icon = "date"
        template = "blocks/meeting.html"
        label_format = "{number}. {core}"
        description = _("Een bijeenkomst van de training.")
        preview_value = {"number": 1, "modules": [1, 2], "core": "kennismaken", "tralans": False}


class SlotDefinitionBlock(blocks.StructBlock):
    name = blocks.CharBlock(label=_("Naam"))
    kind = blocks.ChoiceBlock(choices=SlotKind.choices, label=_("Soort"))
    meaning = blocks.CharBlock(label=_("Wat vul je in?"))
    example = blocks.TextBlock(required=False, label=_("Voorbeeld"))
    source = blocks.CharBlock(required=False, label=_("Bron van het voorbeeld"))
    caveat = blocks.CharBlock(required=False, label=_("Zet erbij zolang het niet ons eigen cijfer is"))

    class Meta:
        label = _("Invulwoord")
        icon = "edit"
        template = "blocks/slot.html"
        label_format = "{name}"
        description = _("Een woord dat elke gemeente zelf invult.")
        preview_value = {"name": "gemeente", "kind": "text", "meaning": "naam van de gemeente"}


class SourceBlock(blocks.StructBlock):
    code = blocks.CharBlock(label=_("Code"))
    description = blocks.CharBlock(label=_("Welke bron is dit?"))

    class Meta:
        label = _("Bron")
        icon = "doc-full"
        template = "blocks/source.html"
        label_format = "{code}"
        description = _("Een bron waar de tekst op steunt.")
        preview_value = {"code": "S1", "description": "Brochure ‘de Almeerse aanpak’, oktober 2019"}
