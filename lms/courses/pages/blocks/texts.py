"""What one reads: text, tables and what stands out."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from lms.courses.media.choosers import RecordingChooser
from lms.courses.pages.blocks.features import INLINE_FEATURES, READING, TEXT_FEATURES
from lms.courses.pages.blocks.twins import TwinBlock, twin_group


def cell() -> blocks.RichTextBlock:
    """Return a cell of a table: one line, may be empty."""
    return blocks.RichTextBlock(features=INLINE_FEATURES, required=False, label=_("Vak"))


def voice() -> RecordingChooser:
    """Return the field for somebody who reads the text aloud."""
    return RecordingChooser(
        "audio",
        required=False,
        label=_("Voorgelezen door een mens"),
        help_text=_("Wie laat voorlezen, hoort dan deze opname. Mag leeg blijven."),
    )


class TextBlock(TwinBlock):
    html = blocks.RichTextBlock(features=TEXT_FEATURES, label=_("Tekst"))
    recording = voice()

    class Meta:
        label = _("Tekst")
        icon = "pilcrow"
        group = READING
        template = "blocks/text.html"
        description = _("Gewone tekst, met koppen en lijsten. Een makkelijke versie kan erbij.")
        form_layout = blocks.BlockGroup(["html", twin_group()], settings=["recording"])
        preview_value = {
            "html": "<p>Een OCO luistert, denkt mee en gaat mee als dat nodig is.</p>",
            "easy": "<p>Een OCO helpt je. Hij of zij gaat met je mee.</p>",
        }


class TableBlock(blocks.StructBlock):
    caption = blocks.CharBlock(required=False, label=_("Titel van de tabel"))
    header = blocks.ListBlock(cell(), label=_("Kopjes"))
    rows = blocks.ListBlock(blocks.ListBlock(cell(), label=_("Rij")), label=_("Rijen"))

    class Meta:
        label = _("Tabel")
        icon = "table"
        group = READING
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
        group = READING
        template = "blocks/reflection.html"
        description = _("Een vraag voor de lezer zelf. Niemand ziet het antwoord.")
        preview_value = {"prompt": "Wanneer vond jij het zelf moeilijk om hulp te vragen?"}


class SummaryBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("Kort gezegd"))

    class Meta:
        label = _("Kort gezegd")
        icon = "minus"
        group = READING
        template = "blocks/summary.html"
        description = _("De les in een paar makkelijke zinnen.")
        preview_value = {"text": "Hulp vragen is vaak moeilijk. Een OCO denkt mee."}


class CalloutBlock(TwinBlock):
    html = blocks.RichTextBlock(features=TEXT_FEATURES, label=_("Tekst"))
    recording = voice()

    class Meta:
        label = _("Let op")
        icon = "warning"
        group = READING
        template = "blocks/callout.html"
        description = _("Een korte tekst die opvalt.")
        form_layout = blocks.BlockGroup(["html", twin_group()], settings=["recording"])
        preview_value = {"html": "<p>Iemand in gevaar? Bel 112.</p>"}


class StepItemBlock(blocks.StructBlock):
    text = blocks.TextBlock(rows=1, label=_("Wat doe je?"))

    class Meta:
        label = _("Stap")
        icon = "list-ol"
        label_format = "{text}"


class StepsBlock(blocks.StructBlock):
    title = blocks.CharBlock(max_length=200, label=_("Wat gaat iemand doen?"))
    items = blocks.ListBlock(StepItemBlock(), min_num=1, label=_("Stappen"))

    class Meta:
        label = _("Stappen")
        icon = "list-ol"
        group = READING
        template = "blocks/steps.html"
        label_format = "{title}"
        description = _("Wat je na elkaar doet, met een nummer ervoor.")
        preview_value = {
            "title": "Zo begin je een gesprek",
            "items": [{"text": "Zeg wie je bent."}, {"text": "Vraag hoe het gaat."}, {"text": "Luister."}],
        }


class QuoteBlock(blocks.StructBlock):
    text = blocks.TextBlock(rows=2, label=_("Wat zei iemand?"))
    who = blocks.CharBlock(
        required=False,
        max_length=200,
        label=_("Wie zei het?"),
        help_text=_("Zoals: een inwoner, of: brochure van de gemeente. Noem geen echte naam."),
    )

    class Meta:
        label = _("Citaat")
        icon = "openquote"
        group = READING
        template = "blocks/quote.html"
        label_format = "{text}"
        description = _("Wat iemand zei of schreef.")
        preview_value = {"text": "Eindelijk luisterde er iemand.", "who": "een inwoner"}


class TermInTextBlock(blocks.StructBlock):
    word = blocks.CharBlock(
        max_length=100,
        label=_("Woord"),
        help_text=_("Een woord uit de woordenlijst van de cursus. De uitleg komt daar vandaan."),
    )

    class Meta:
        label = _("Wat betekent …?")
        icon = "help"
        group = READING
        template = "blocks/term_in_text.html"
        label_format = "{word}"
        description = _("Een moeilijk woord, uitgelegd op de plek zelf.")
        preview_value = {"word": "Behoefte"}


class TextBlocks(blocks.StreamBlock):
    """What one reads."""

    text = TextBlock()
    callout = CalloutBlock()
    steps = StepsBlock()
    quote = QuoteBlock()
    term = TermInTextBlock()
    table = TableBlock()
    reflection = ReflectionBlock()
    summary = SummaryBlock()
