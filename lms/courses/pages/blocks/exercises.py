"""What one does: questions, situations and assignments (docs/decisions/0014)."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from lms.courses.pages.blocks.texts import TEXT_FEATURES, cell


class Judgement(TextChoices):
    """How a reaction in a scenario fits the role of an OCO; more than one may be defensible."""

    FITS = "fits", _("past goed")
    CAREFUL = "careful", _("kan, maar let op")
    UNFIT = "unfit", _("past niet")


class AssignmentMode(TextChoices):
    """Whether one does an assignment alone or with others."""

    ALONE = "alone", _("alleen")
    TOGETHER = "together", _("samen")


class AnswerBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("Antwoord"))
    correct = blocks.BooleanBlock(required=False, label=_("Dit is het goede antwoord"))
    explanation = blocks.TextBlock(label=_("Uitleg bij dit antwoord"))


class QuestionBlock(blocks.StructBlock):
    code = blocks.CharBlock(required=False, label=_("Code"))
    prompt = blocks.TextBlock(label=_("Vraag"))
    answers = blocks.ListBlock(AnswerBlock(), min_num=2, label=_("Antwoorden"))

    class Meta:
        label = _("Vraag")
        icon = "help"
        template = "blocks/question.html"
        description = _("Een vraag met één goed antwoord en uitleg bij elk antwoord.")
        preview_value = {
            "code": "Q1.2",
            "prompt": "Wat betaalt de inwoner voor een OCO?",
            "answers": [
                {"text": "Niets.", "correct": True, "explanation": "Ja. Een OCO is altijd gratis."},
                {
                    "text": "Een eigen bijdrage.",
                    "correct": False,
                    "explanation": "Nee. Er is geen eigen bijdrage.",
                },
            ],
        }

    def clean(self, value: Any) -> Any:
        """Refuse a question without exactly one right answer."""
        cleaned = super().clean(value)
        if sum(1 for answer in cleaned["answers"] if answer["correct"]) != 1:
            raise blocks.StructBlockValidationError(
                block_errors={"answers": ValidationError(_("Kies precies één goed antwoord."))}
            )
        return cleaned


class ReactionBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("Reactie"))
    judgement = blocks.ChoiceBlock(choices=Judgement.choices, label=_("Past dit bij een OCO?"))
    feedback = blocks.TextBlock(label=_("Uitleg bij deze reactie"))


class ScenarioBlock(blocks.StructBlock):
    code = blocks.CharBlock(required=False, label=_("Code"))
    title = blocks.CharBlock(label=_("Titel"))
    situation = blocks.TextBlock(label=_("Wat gebeurt er?"))
    reactions = blocks.ListBlock(ReactionBlock(), min_num=2, label=_("Reacties"))

    class Meta:
        label = _("Situatie")
        icon = "group"
        template = "blocks/scenario.html"
        description = _("Een situatie met reacties. Bij elke reactie staat of die past bij een OCO.")
        preview_value = {
            "code": "S5.2",
            "title": "De verhuisdozen",
            "situation": "Mevrouw Jansen vraagt of jij zaterdag wilt helpen sjouwen. Wat doe je?",
            "reactions": [
                {
                    "text": "Je vraagt na wie kan helpen.",
                    "judgement": "fits",
                    "feedback": "Je blijft in je rol.",
                },
                {
                    "text": "Je helpt zaterdag.",
                    "judgement": "unfit",
                    "feedback": "Eén keer wordt vaak vaker.",
                },
            ],
        }

    def clean(self, value: Any) -> Any:
        """Refuse a scenario in which no reaction fits the role."""
        cleaned = super().clean(value)
        if not any(reaction["judgement"] == Judgement.FITS for reaction in cleaned["reactions"]):
            raise blocks.StructBlockValidationError(
                block_errors={"reactions": ValidationError(_("Minstens één reactie moet goed passen."))}
            )
        return cleaned


class AssignmentBlock(blocks.StructBlock):
    code = blocks.CharBlock(required=False, label=_("Code"))
    title = blocks.CharBlock(label=_("Titel"))
    mode = blocks.ChoiceBlock(choices=AssignmentMode.choices, label=_("Alleen of samen?"))
    minutes_min = blocks.IntegerBlock(min_value=1, max_value=480, label=_("Minuten (minstens)"))
    minutes_max = blocks.IntegerBlock(min_value=1, max_value=480, label=_("Minuten (hoogstens)"))
    html = blocks.RichTextBlock(features=TEXT_FEATURES, label=_("Wat doe je?"))
    header = blocks.ListBlock(cell(), default=[], label=_("Kopjes van de tabel"))
    rows = blocks.ListBlock(
        blocks.ListBlock(cell(), label=_("Rij")), default=[], label=_("Rijen van de tabel")
    )

    class Meta:
        label = _("Opdracht")
        icon = "clipboard-list"
        template = "blocks/assignment.html"
        description = _("Een opdracht om alleen of samen te doen.")
        preview_value = {
            "code": "1a",
            "title": "Leg het uit",
            "mode": "alone",
            "minutes_min": 10,
            "minutes_max": 10,
            "html": "<p>Je buurvrouw vraagt wat je doet. Vertel het in drie zinnen.</p>",
            "header": [],
            "rows": [],
        }


class ExerciseBlocks(blocks.StreamBlock):
    """What one does."""

    question = QuestionBlock()
    scenario = ScenarioBlock()
    assignment = AssignmentBlock()
