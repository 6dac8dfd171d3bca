"""What one does: questions and assignments (docs/decisions/0014). A package refuses the same."""

from typing import Any

from django import forms
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from lms.courses.pages.blocks import examples
from lms.courses.pages.blocks.checked import CheckedBlock, Complaints, code_block
from lms.courses.pages.blocks.features import DOING, TEXT_FEATURES
from lms.courses.pages.blocks.puzzles import GapsBlock, HotWordsBlock, MatchBlock, OrderBlock, SortBlock
from lms.courses.pages.blocks.situations import DialogueBlock, ScenarioBlock
from lms.courses.pages.blocks.texts import cell
from lms.courses.pages.blocks.twins import TwinBlock, twin_group


class AssignmentMode(TextChoices):
    """Whether one does an assignment alone or with others."""

    ALONE = "alone", _("alleen")
    TOGETHER = "together", _("samen")


class Saying(TextChoices):
    """Whether a statement is true."""

    TRUE = "true", _("Ja, dit klopt")
    FALSE = "false", _("Nee, dit klopt niet")


class AnswerBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("Antwoord"), rows=1)
    correct = blocks.BooleanBlock(required=False, label=_("Dit is een goed antwoord"))
    explanation = blocks.TextBlock(
        label=_("Uitleg bij dit antwoord"),
        rows=1,
        help_text=_("Dit leest iemand die dit antwoord kiest. Zeg waarom het wel of niet klopt."),
    )

    class Meta:
        label = _("Antwoord")
        label_format = "{text}"


class QuestionBlock(CheckedBlock):
    code = code_block()
    prompt = blocks.TextBlock(label=_("Vraag"), rows=2)
    answers = blocks.ListBlock(AnswerBlock(), min_num=2, label=_("Antwoorden"))

    class Meta:
        label = _("Vraag")
        icon = "help"
        group = DOING
        template = "blocks/question.html"
        description = _("Een vraag met één goed antwoord en uitleg bij elk antwoord.")
        label_format = "{code} {prompt}"
        preview_value = examples.QUESTION

    def complaints(self, value: Any) -> Complaints:
        """Ask for exactly one right answer."""
        if sum(answer["correct"] for answer in value["answers"]) == 1:
            return {}
        return {"answers": _("Kies precies één goed antwoord.")}


class ChoicesBlock(CheckedBlock):
    code = code_block()
    prompt = blocks.TextBlock(
        label=_("Vraag"), rows=2, help_text=_("Zeg erbij dat er meer antwoorden goed kunnen zijn.")
    )
    answers = blocks.ListBlock(AnswerBlock(), min_num=2, label=_("Antwoorden"))

    class Meta:
        label = _("Vraag met meer goede antwoorden")
        icon = "tasks"
        group = DOING
        template = "blocks/choices.html"
        description = _("Een vraag waarbij je alles kiest wat klopt.")
        label_format = "{code} {prompt}"
        preview_value = examples.CHOICES

    def complaints(self, value: Any) -> Complaints:
        """Ask for at least one right answer."""
        if any(answer["correct"] for answer in value["answers"]):
            return {}
        return {"answers": _("Kies minstens één goed antwoord.")}


class StatementBlock(blocks.StructBlock):
    code = code_block()
    statement = blocks.TextBlock(label=_("Uitspraak"), rows=2)
    correct = blocks.ChoiceBlock(
        choices=Saying.choices, label=_("Klopt deze uitspraak?"), widget=forms.RadioSelect
    )
    if_true = blocks.TextBlock(label=_("Uitleg als iemand ‘klopt’ kiest"), rows=1)
    if_false = blocks.TextBlock(label=_("Uitleg als iemand ‘klopt niet’ kiest"), rows=1)

    class Meta:
        label = _("Klopt dit?")
        icon = "circle-check"
        group = DOING
        template = "blocks/statement.html"
        description = _("Een uitspraak die wel of niet klopt, met uitleg bij beide.")
        label_format = "{code} {statement}"
        preview_value = examples.STATEMENT


class AssignmentBlock(CheckedBlock, TwinBlock):
    code = code_block()
    title = blocks.CharBlock(label=_("Titel"))
    mode = blocks.ChoiceBlock(choices=AssignmentMode.choices, label=_("Alleen of samen?"))
    minutes_min = blocks.IntegerBlock(min_value=1, max_value=480, label=_("Minuten (minstens)"))
    minutes_max = blocks.IntegerBlock(min_value=1, max_value=480, label=_("Minuten (hoogstens)"))
    html = blocks.RichTextBlock(features=TEXT_FEATURES, label=_("Wat doe je?"))
    hand_in = blocks.BooleanBlock(
        required=False,
        label=_("Het werk kan worden ingeleverd"),
        help_text=_("Dan kan iemand een tekst, foto of opname insturen. Jij kunt daarop antwoorden."),
    )
    header = blocks.ListBlock(cell(), default=[], label=_("Kopjes van de tabel"))
    rows = blocks.ListBlock(
        blocks.ListBlock(cell(), label=_("Rij")), default=[], label=_("Rijen van de tabel")
    )

    class Meta:
        label = _("Opdracht")
        icon = "clipboard-list"
        group = DOING
        template = "blocks/assignment.html"
        description = _("Een opdracht om alleen of samen te doen. Inleveren kan ook.")
        label_format = "{code} {title}"
        preview_value = examples.ASSIGNMENT
        form_layout = blocks.BlockGroup(
            [
                *("code", "title", "mode", "minutes_min", "minutes_max", "html", "hand_in"),
                blocks.BlockGroup(
                    ["header", "rows"],
                    heading=_("Tabel om in te vullen"),
                    icon="table",
                    classname="collapsed",
                ),
                twin_group(),
            ]
        )

    def complaints(self, value: Any) -> Complaints:
        """Ask for minutes that follow each other, and for rows as wide as the header."""
        found: dict[str, Any] = {}
        if value["minutes_min"] > value["minutes_max"]:
            found["minutes_max"] = _("Dit is minder dan het kleinste aantal minuten.")
        if any(len(row) != len(value["header"]) for row in value["rows"]):
            found["rows"] = _("Elke rij heeft evenveel vakken als er kopjes zijn.")
        return found


class ExerciseBlocks(blocks.StreamBlock):
    """What one does."""

    question = QuestionBlock()
    choices = ChoicesBlock()
    statement = StatementBlock()
    gaps = GapsBlock()
    order = OrderBlock()
    match = MatchBlock()
    sort = SortBlock()
    hot_words = HotWordsBlock()
    scenario = ScenarioBlock()
    dialogue = DialogueBlock()
    assignment = AssignmentBlock()
