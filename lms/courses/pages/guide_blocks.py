"""The blocks of a course's own pages: word list, closing talk, checklist, meetings, goals, competences, Tralans."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from lms.courses.pages.blocks import TEXT_FEATURES


class TermBlock(blocks.StructBlock):
    term = blocks.CharBlock(label=_("Woord"))
    meaning = blocks.TextBlock(label=_("Wat betekent het?"))

    class Meta:
        label = _("Woord")
        icon = "openquote"
        label_format = "{term}"


class TalkPointBlock(blocks.StructBlock):
    competence = blocks.CharBlock(required=False, label=_("Code"))
    can_do = blocks.CharBlock(label=_("Kan ik dit al?"))
    question = blocks.TextBlock(label=_("Vraag in het gesprek"))
    sign = blocks.TextBlock(label=_("Hieraan merk je het"))

    class Meta:
        label = _("Gesprekspunt")
        icon = "comment"
        label_format = "{competence} {can_do}"


class CompetenceBlock(blocks.StructBlock):
    code = blocks.CharBlock(label=_("Code"))
    title = blocks.CharBlock(label=_("Wat een OCO kan"))
    text = blocks.TextBlock(required=False, label=_("Uitleg"))
    where = blocks.CharBlock(required=False, label=_("Waar in de training"))

    class Meta:
        label = _("Dit kan een OCO")
        icon = "tick"
        label_format = "{code} {title}"


class MeetingPlanBlock(blocks.StructBlock):
    number = blocks.IntegerBlock(label=_("Nummer"))
    modules = blocks.CharBlock(label=_("Modules"))
    core = blocks.CharBlock(label=_("Waar gaat het over?"))

    class Meta:
        label = _("Bijeenkomst")
        icon = "date"
        label_format = "{number}. {core}"


class LineBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("Tekst"))

    class Meta:
        label = _("Regel")
        icon = "list-ul"
        label_format = "{text}"


class NamedLineBlock(blocks.StructBlock):
    name = blocks.CharBlock(label=_("Naam"))
    text = blocks.TextBlock(label=_("Tekst"))

    class Meta:
        label = _("Gegeven")
        icon = "info-circle"
        label_format = "{name}"


class TralansThemeBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Thema"))
    subtitle = blocks.CharBlock(label=_("De vraag"))
    questions = blocks.ListBlock(blocks.CharBlock(), label=_("Vragen voor een inwoner"))
    note = blocks.TextBlock(required=False, label=_("Let op"))

    class Meta:
        label = _("Thema")
        icon = "folder-open-inverse"
        label_format = "{title}"


class StoryBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Titel"))
    html = blocks.RichTextBlock(features=TEXT_FEATURES, label=_("Verhaal (verzonnen)"))

    class Meta:
        label = _("Verhaal")
        icon = "user"
        label_format = "{title}"
