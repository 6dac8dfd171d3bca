"""The blocks of a method. Names and value keys are those of the course package (docs/decisions/0002)."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

INLINE_FEATURES = ["bold", "italic", "link"]


class StepBlock(blocks.StructBlock):
    """One step of a method: what happens, how long, and what the facilitator says."""

    title = blocks.CharBlock(label=_("Stap"))
    pause = blocks.BooleanBlock(
        required=False,
        label=_("Dit is een pauze"),
        help_text=_("Een pauze krijgt geen nummer en telt niet mee in de minuten."),
    )
    minutes = blocks.IntegerBlock(label=_("Minuten"), min_value=1, max_value=120)
    happens = blocks.RichTextBlock(features=INLINE_FEATURES, label=_("Wat gebeurt er?"))
    says = blocks.RichTextBlock(features=INLINE_FEATURES, required=False, label=_("Wat zegt de begeleider?"))

    class Meta:
        label = _("Stap")
        icon = "list-ol"
        template = "intervision/blocks/step.html"
        label_format = "{title} ({minutes} min)"
        description = _("Een stap: wat er gebeurt, hoe lang, en wat de begeleider zegt.")
        preview_value = {
            "title": "Vertellen",
            "pause": False,
            "minutes": 10,
            "happens": "De inbrenger vertelt wat er gebeurde. De anderen zijn stil.",
            "says": "‘Wat is je vraag?’",
        }


class PropertyBlock(blocks.StructBlock):
    """A line about the method: for whom, group size, roles, what you need."""

    name = blocks.CharBlock(label=_("Gegeven"))
    text = blocks.RichTextBlock(features=INLINE_FEATURES, label=_("Tekst"))

    class Meta:
        label = _("Gegeven")
        icon = "info-circle"
        template = "intervision/blocks/property.html"
        label_format = "{name}"
        description = _("Een gegeven van de methode, zoals de groep, de tijd of wat je nodig hebt.")
        preview_value = {"name": "Groep", "text": "5 tot 8 mensen, met een begeleider"}
