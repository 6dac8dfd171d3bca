"""Exercises with several parts: gaps, order, pairs, groups, words in a text (docs/decisions/0014)."""

from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from lms.courses.pages.blocks import examples
from lms.courses.pages.blocks.checked import CheckedBlock, Complaints, code_block, doubles, error_at
from lms.courses.pages.blocks.features import DOING

LONGEST_ANSWER = 200
"""The most characters a learner may fill in (0014)."""


class WordRole(TextChoices):
    """What a piece of a text is when one points at words."""

    TEXT = "text", _("gewone tekst")
    HOT = "hot", _("goed om aan te wijzen")
    COLD = "cold", _("kan worden gekozen, maar klopt niet")


def explanation_block() -> blocks.TextBlock:
    """Return a field for what one reads after answering; may be empty."""
    return blocks.TextBlock(
        required=False,
        rows=1,
        label=_("Uitleg"),
        help_text=_("Dit leest iemand na het antwoord. Mag leeg blijven."),
    )


class GapBlock(CheckedBlock):
    before = blocks.CharBlock(required=False, label=_("Tekst voor het invulveld"))
    answers = blocks.ListBlock(
        blocks.CharBlock(max_length=LONGEST_ANSWER, label=_("Goed antwoord")),
        min_num=1,
        label=_("Goede antwoorden"),
        help_text=_("Hoofdletters, accenten en punten maken niet uit. Zet andere schrijfwijzen erbij."),
    )
    after = blocks.CharBlock(required=False, label=_("Tekst na het invulveld"))
    explanation = explanation_block()

    class Meta:
        label = _("Zin")
        label_format = "{before} … {after}"

    def complaints(self, value: Any) -> Complaints:
        """Ask for text around the gap, and for answers that one can type."""
        found: dict[str, Any] = {}
        if not (value["before"] or value["after"]):
            found["before"] = _("Zet tekst voor of na het invulveld.")
        if not all(any(character.isalnum() for character in answer) for answer in value["answers"]):
            found["answers"] = _("Een antwoord heeft minstens één letter of cijfer.")
        if any("{{" in answer for answer in value["answers"]):
            found["answers"] = _("Een antwoord kan geen invulwoord hebben.")
        return found


class GapsBlock(blocks.StructBlock):
    code = code_block()
    prompt = blocks.TextBlock(label=_("Opdracht boven de zinnen"), rows=1)
    sentences = blocks.ListBlock(GapBlock(), min_num=1, label=_("Zinnen"))

    class Meta:
        label = _("Vul in")
        icon = "edit"
        group = DOING
        template = "blocks/gaps.html"
        description = _("Zinnen waarin een woord ontbreekt.")
        label_format = "{code} {prompt}"
        preview_value = examples.GAPS


class ItemBlock(blocks.StructBlock):
    text = blocks.CharBlock(label=_("Tekst"))

    class Meta:
        label = _("Tekst")
        label_format = "{text}"


class OrderBlock(CheckedBlock):
    code = code_block()
    prompt = blocks.TextBlock(label=_("Vraag"), rows=1)
    items = blocks.ListBlock(
        ItemBlock(),
        min_num=2,
        label=_("Wat in volgorde moet"),
        help_text=_("Zet ze hier in de goede volgorde. De pagina husselt ze."),
    )
    explanation = explanation_block()

    class Meta:
        label = _("Zet in volgorde")
        icon = "list-ol"
        group = DOING
        template = "blocks/order.html"
        description = _("Dingen die in de goede volgorde moeten.")
        label_format = "{code} {prompt}"
        preview_value = examples.ORDER

    def complaints(self, value: Any) -> Complaints:
        """Ask for texts that can be told apart."""
        double = doubles("text", (item["text"] for item in value["items"]))
        return {"items": error_at(double)} if double else {}


class PairBlock(blocks.StructBlock):
    left = blocks.CharBlock(label=_("Links"))
    right = blocks.CharBlock(label=_("Hoort bij"))
    explanation = explanation_block()

    class Meta:
        label = _("Paar")
        label_format = "{left} – {right}"


class MatchBlock(CheckedBlock):
    code = code_block()
    prompt = blocks.TextBlock(label=_("Vraag"), rows=1)
    pairs = blocks.ListBlock(
        PairBlock(),
        min_num=2,
        label=_("Wat bij elkaar hoort"),
        help_text=_("De pagina zet alles van rechts op alfabet. Dezelfde tekst mag daar vaker staan."),
    )
    explanation = explanation_block()

    class Meta:
        label = _("Wat hoort bij elkaar?")
        icon = "link"
        group = DOING
        template = "blocks/match.html"
        description = _("Paren die de lezer bij elkaar zoekt.")
        label_format = "{code} {prompt}"
        preview_value = examples.MATCH

    def complaints(self, value: Any) -> Complaints:
        """Ask for left sides that can be told apart, and for something to choose at the right."""
        double = doubles("left", (pair["left"] for pair in value["pairs"]))
        if double:
            return {"pairs": error_at(double)}
        if len({pair["right"] for pair in value["pairs"]}) < 2:
            return {"pairs": _("Zet rechts minstens twee verschillende teksten.")}
        return {}


class GroupBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Naam van de groep"))
    items = blocks.ListBlock(ItemBlock(), default=[], label=_("Wat in deze groep hoort"))

    class Meta:
        label = _("Groep")
        label_format = "{title}"


class SortBlock(CheckedBlock):
    code = code_block()
    prompt = blocks.TextBlock(label=_("Vraag"), rows=1)
    groups = blocks.ListBlock(GroupBlock(), min_num=2, label=_("Groepen"))
    explanation = explanation_block()

    class Meta:
        label = _("Zet in groepen")
        icon = "folder-open-inverse"
        group = DOING
        template = "blocks/sort.html"
        description = _("Dingen die de lezer in de goede groep zet.")
        label_format = "{code} {prompt}"
        preview_value = examples.SORT

    def complaints(self, value: Any) -> Complaints:
        """Ask for groups and things that can be told apart, and for something to sort."""
        double = doubles("title", (group["title"] for group in value["groups"]))
        if double:
            return {"groups": error_at(double)}
        texts = [item["text"] for group in value["groups"] for item in group["items"]]
        if len(texts) < 2:
            return {"groups": _("Zet samen minstens twee dingen in de groepen.")}
        if len(set(texts)) < len(texts):
            return {"groups": _("Zet elk ding maar één keer in een groep.")}
        return {}


class WordPartBlock(blocks.StructBlock):
    text = blocks.CharBlock(label=_("Stukje tekst"))
    role = blocks.ChoiceBlock(choices=WordRole.choices, default=WordRole.TEXT, label=_("Wat is dit?"))
    explanation = explanation_block()

    class Meta:
        label = _("Stukje")
        label_format = "{text}"


class HotWordsBlock(CheckedBlock):
    code = code_block()
    prompt = blocks.TextBlock(label=_("Vraag"), rows=1)
    parts = blocks.ListBlock(
        WordPartBlock(),
        min_num=1,
        label=_("De tekst, in stukjes"),
        help_text=_("Maak van elk woord dat iemand mag aanwijzen een eigen stukje."),
    )
    explanation = explanation_block()

    class Meta:
        label = _("Wijs woorden aan")
        icon = "crosshairs"
        group = DOING
        template = "blocks/hot_words.html"
        description = _("Een tekst waarin de lezer woorden aanwijst.")
        label_format = "{code} {prompt}"
        preview_value = examples.HOT_WORDS

    def complaints(self, value: Any) -> Complaints:
        """Ask for at least one word that is right."""
        if any(part["role"] == WordRole.HOT for part in value["parts"]):
            return {}
        return {"parts": _("Kies bij minstens één woord: goed om aan te wijzen.")}
