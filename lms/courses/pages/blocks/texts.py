"""What one reads: text, tables and what stands out."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from lms.courses.pages.blocks.features import INLINE_FEATURES, TEXT_FEATURES


def cell() -> blocks.RichTextBlock:
    """Return a cell of a table: one line, may be empty."""
    return blocks.RichTextBlock(features=INLINE_FEATURES, required=False, label=_("Vak"))


class TextBlock(blocks.StructBlock):
    html = blocks.RichTextBlock(features=TEXT_FEATURES, label=_("Tekst"))

    class Meta:
        label = _("Tekst")
        icon = "pilcrow"
        template = "blocks/text.html"
        description = _("Gewone tekst, met koppen en lijsten.")
        preview_value = {"html": "<p>Een OCO luistert, denkt mee en gaat mee als dat nodig is.</p>"}


class TableBlock(blocks.StructBlock):
    caption = blocks.CharBlock(required=False, label=_("Titel van de tabel"))
    header = blocks.ListBlock(cell(), label=_("Kopjes"))
    rows = blocks.ListBlock(blocks.ListBlock(cell(), label=_("Rij")), label=_("Rijen"))

    class Meta:
        label = _("Tabel")
        icon = "table"
        template = "blocks/table.html"
        description = _("Een kleine tabel met kopjes.")
        preview_value = {
            "caption": "",
            "header": ["Wat iemand vraagt", "Wat iemand misschien nodig heeft"],
            "rows": [["‘Ik wil een scootmobiel.’", "Zelf naar mijn zus kunnen gaan."]],
        }


class ReflectionBlock(blocks.StructBlock):
    prompt = blocks.TextBlock(label=_("Vraag om over na te denken"))

    class Meta:
        label = _("Denk even na")
        icon = "help"
        template = "blocks/reflection.html"
        description = _("Een vraag voor de lezer zelf. Niemand ziet het antwoord.")
        preview_value = {"prompt": "Wanneer vond jij het zelf moeilijk om hulp te vragen?"}


class SummaryBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("Kort gezegd"))

    class Meta:
        label = _("Kort gezegd")
        icon = "minus"
        template = "blocks/summary.html"
        description = _("De les in een paar makkelijke zinnen.")
        preview_value = {"text": "Hulp vragen is vaak moeilijk. Een OCO denkt mee."}


class CalloutBlock(blocks.StructBlock):
    html = blocks.RichTextBlock(features=TEXT_FEATURES, label=_("Tekst"))

    class Meta:
        label = _("Let op")
        icon = "warning"
        template = "blocks/callout.html"
        description = _("Een korte tekst die opvalt.")
        preview_value = {"html": "<p>Iemand in gevaar? Bel 112.</p>"}


class TextBlocks(blocks.StreamBlock):
    """What one reads."""

    text = TextBlock()
    callout = CalloutBlock()
    table = TableBlock()
    reflection = ReflectionBlock()
    summary = SummaryBlock()
