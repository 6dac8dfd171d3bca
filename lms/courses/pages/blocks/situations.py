"""Situations from practice: the scenario with the mirror of roles, and the talk (docs/decisions/0014)."""

from collections.abc import Sequence
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from lms.courses.pages.blocks import examples
from lms.courses.pages.blocks.checked import CheckedBlock, Complaints, code_block, doubles, error_at
from lms.courses.pages.blocks.features import DOING


class Judgement(TextChoices):
    """How a reaction fits the role of an OCO; more than one may be defensible."""

    FITS = "fits", _("past goed")
    CAREFUL = "careful", _("kan, maar let op")
    UNFIT = "unfit", _("past niet")


class Role(TextChoices):
    """Who stands beside a resident: the five roles of the mirror."""

    OCO = "oco", _("OCO")
    ADVOCATE = "advocate", _("belangenbehartiger")
    BUDDY = "buddy", _("maatje")
    CASE_MANAGER = "case_manager", _("casemanager")
    PROFESSIONAL = "professional", _("professional")


class ReactionBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("Reactie"), rows=1)
    judgement = blocks.ChoiceBlock(choices=Judgement.choices, label=_("Past dit bij een OCO?"))
    feedback = blocks.TextBlock(label=_("Uitleg bij deze reactie"), rows=1)
    hat = blocks.ChoiceBlock(
        choices=Role.choices,
        required=False,
        label=_("Welke pet is dit?"),
        help_text=_("Wie doet het meestal zo? Mag leeg blijven."),
    )

    class Meta:
        label = _("Reactie")
        label_format = "{text}"


class VoiceBlock(blocks.StructBlock):
    role = blocks.ChoiceBlock(choices=Role.choices, label=_("Rol"))
    text = blocks.TextBlock(label=_("Wat doet iemand in deze rol?"), rows=1)

    class Meta:
        label = _("Rol")
        label_format = "{role}"


class ScenarioBlock(CheckedBlock):
    code = code_block()
    title = blocks.CharBlock(label=_("Titel"))
    situation = blocks.TextBlock(label=_("Wat gebeurt er?"), rows=2)
    reactions = blocks.ListBlock(ReactionBlock(), min_num=2, label=_("Reacties"))
    mirror = blocks.ListBlock(
        VoiceBlock(),
        default=[],
        label=_("Wat zou een ander doen?"),
        help_text=_("Dit komt na het kiezen. Elke rol kan één keer."),
    )
    panel = blocks.TextBlock(
        required=False,
        rows=1,
        label=_("Wat zeggen ervaren OCO's?"),
        help_text=_("Eén of twee zinnen. Dit komt na het kiezen."),
    )

    class Meta:
        label = _("Situatie")
        icon = "group"
        group = DOING
        template = "blocks/scenario.html"
        description = _("Een situatie met reacties. Bij elke reactie staat of die past bij een OCO.")
        label_format = "{code} {title}"
        preview_value = examples.SCENARIO
        form_layout = blocks.BlockGroup(
            [
                *("code", "title", "situation", "reactions"),
                blocks.BlockGroup(
                    ["mirror", "panel"], heading=_("Spiegel van rollen"), icon="user", classname="collapsed"
                ),
            ]
        )

    def complaints(self, value: Any) -> Complaints:
        """Ask for a reaction that fits, and for each role at most once in the mirror."""
        found: dict[str, Any] = {}
        if not any(reaction["judgement"] == Judgement.FITS for reaction in value["reactions"]):
            found["reactions"] = _("Minstens één reactie moet goed passen.")
        double = doubles("role", (voice["role"] for voice in value["mirror"]))
        if double:
            found["mirror"] = error_at(double)
        return found


class ReplyBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("Wat zeg je?"), rows=1)
    judgement = blocks.ChoiceBlock(choices=Judgement.choices, label=_("Past dit bij een OCO?"))
    feedback = blocks.TextBlock(label=_("Uitleg bij deze reactie"), rows=1)
    goes_to = blocks.CharBlock(
        required=False,
        label=_("Daarna komt beurt"),
        help_text=_("De naam van een beurt die eronder staat. Leeg: het gesprek is klaar."),
    )

    class Meta:
        label = _("Reactie")
        label_format = "{text}"


class TurnBlock(blocks.StructBlock):
    name = blocks.CharBlock(
        max_length=40,
        label=_("Naam van deze beurt"),
        help_text=_("Alleen voor jou, zoals: begin. De lezer ziet die niet."),
    )
    says = blocks.TextBlock(label=_("Wat zegt de ander?"), rows=1)
    replies = blocks.ListBlock(ReplyBlock(), min_num=1, label=_("Wat kun je antwoorden?"))

    class Meta:
        label = _("Beurt")
        label_format = "{name}"


class DialogueBlock(CheckedBlock):
    code = code_block()
    title = blocks.CharBlock(label=_("Titel"))
    situation = blocks.TextBlock(label=_("Waar gaat het gesprek over?"), rows=2)
    turns = blocks.ListBlock(
        TurnBlock(),
        min_num=1,
        label=_("Beurten"),
        help_text=_("Het gesprek begint bovenaan en gaat alleen naar beneden. Zo eindigt elke weg."),
    )

    class Meta:
        label = _("Gesprek")
        icon = "comment"
        group = DOING
        template = "blocks/dialogue.html"
        description = _("Een gesprek. Wat je antwoordt, bepaalt hoe het verdergaat.")
        label_format = "{code} {title}"
        preview_value = examples.DIALOGUE

    def complaints(self, value: Any) -> Complaints:
        """Ask for names that differ, ways that go on and end, and one way that fits all along."""
        turns = list(value["turns"])
        wrong = doubles("name", (turn["name"] for turn in turns)) or _wrong_ways(turns)
        if wrong:
            return {"turns": error_at(wrong)}
        if not _can_end_well(turns):
            return {"turns": _("Minstens één weg moet passen, van begin tot eind.")}
        return {}


def _wrong_ways(turns: Sequence[Any]) -> dict[int, Complaints]:
    """Return per turn: a reply that leads to no later turn, or that no reply leads to it."""
    names = [turn["name"] for turn in turns]
    led_to = {reply["goes_to"] for turn in turns for reply in turn["replies"]}
    found: dict[int, Complaints] = {}
    for at, turn in enumerate(turns):
        astray = _astray(turn, {"", *names[at + 1 :]})
        if astray:
            found[at] = {"replies": error_at(astray)}
        elif at and turn["name"] not in led_to:
            found[at] = {"name": _("Geen reactie leidt naar deze beurt.")}
    return found


def _astray(turn: Any, reachable: set[str]) -> dict[int, Complaints]:
    return {
        at: {"goes_to": _("Er staat geen beurt met deze naam onder.")}
        for at, reply in enumerate(turn["replies"])
        if reply["goes_to"] not in reachable
    }


def _can_end_well(turns: Sequence[Any]) -> bool:
    """Say whether there is a way without a reply that does not fit; turns only go forward."""
    good = {""}
    for turn in reversed(turns):
        if any(one["judgement"] != Judgement.UNFIT and one["goes_to"] in good for one in turn["replies"]):
            good.add(turn["name"])
    return turns[0]["name"] in good
