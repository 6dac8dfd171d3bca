"""The blocks of the Tralans page. Names and value keys are those of the course package (decision 0002)."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from lms.courses.pages.blocks import INLINE_FEATURES
from lms.courses.pages.guide_blocks import LineBlock


class TralansThemeBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Thema"))
    subtitle = blocks.CharBlock(label=_("De vraag"))
    questions = blocks.ListBlock(LineBlock(), label=_("Vragen voor een inwoner"))
    note = blocks.TextBlock(required=False, label=_("Let op"))

    class Meta:
        label = _("Thema")
        icon = "folder-open-inverse"
        template = "blocks/tralans_theme.html"
        label_format = "{title}"
        description = _("Een thema van het model, met vragen voor een inwoner.")
        preview_value = {
            "title": "Zelfredzaamheid",
            "subtitle": "Wat lukt?",
            "questions": [{"text": "Hoe ziet een gewone dag eruit?"}],
            "note": "",
        }


class StoryBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Titel"))
    text = blocks.TextBlock(label=_("Verhaal (verzonnen)"))

    class Meta:
        label = _("Verhaal")
        icon = "user"
        template = "blocks/story.html"
        label_format = "{title}"
        description = _("Een verzonnen verhaal om mee te oefenen. Nooit over een echte inwoner.")
        preview_value = {"title": "Verhaal Samira (verzonnen)", "text": "Samira is 34. Ze woont alleen."}


class ExerciseStepBlock(blocks.StructBlock):
    sees = blocks.RichTextBlock(features=INLINE_FEATURES, label=_("Wat zie je?"))
    does = blocks.RichTextBlock(features=INLINE_FEATURES, label=_("Wat doe je?"))

    class Meta:
        label = _("Stap")
        icon = "list-ol"
        template = "blocks/exercise_step.html"
        label_format = "{does}"
        description = _("Een stap van de oefening.")
        preview_value = {"sees": "‘Wat is er het laatst veranderd?’", "does": "Kies een thema"}
