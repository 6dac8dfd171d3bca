"""What one municipality fills in once: names, phone numbers, house style and the slots of the content."""

import re

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting
from wagtail.fields import StreamField

from lms.municipality.rules import HEX, MINIMUM_CONTRAST, PAPER, SLOT_NAME, contrast_ratio, tint_of

COLOR = RegexValidator(f"^{HEX}$", _("Schrijf de kleur als # met zes tekens, bijvoorbeeld #0a5a61."))


class SlotBlock(blocks.StructBlock):
    """One fill-in word: `{{ name }}` in a text becomes its value."""

    name = blocks.RegexBlock(
        regex=SLOT_NAME,
        label=_("Naam"),
        error_messages={"invalid": _("Alleen kleine letters, cijfers en _.")},
    )
    meaning = blocks.CharBlock(label=_("Wat vul je in?"), required=False)
    value = blocks.CharBlock(label=_("Waarde"), required=False)

    class Meta:
        label = _("Invulwoord")
        icon = "edit"
        label_format = "{name}: {value}"


@register_setting(icon="home")
class MunicipalitySettings(BaseGenericSetting):
    """The one row of this installation."""

    municipality = models.CharField(_("gemeente"), max_length=100)
    network_name = models.CharField(_("naam van het netwerk"), max_length=100)
    phone = models.CharField(_("telefoon van het netwerk"), max_length=40)
    phone_hours = models.CharField(_("wanneer iemand kan bellen"), max_length=120, blank=True)
    coordinator_name = models.CharField(_("naam van de coördinator"), max_length=100)
    trainer_name = models.CharField(_("naam van de trainer"), max_length=100, blank=True)
    complex_partner = models.CharField(_("partner voor ingewikkelde vragen"), max_length=100, blank=True)
    complex_partner_phone = models.CharField(_("telefoon van die partner"), max_length=40, blank=True)
    minimum_age = models.PositiveSmallIntegerField(_("vanaf welke leeftijd"), default=18)
    slots = StreamField([("slot", SlotBlock())], blank=True, verbose_name=_("andere invulwoorden"))
    color_action = models.CharField(
        _("kleur van knoppen en links"), max_length=7, default="#0a5a61", validators=[COLOR]
    )
    color_heading = models.CharField(
        _("kleur van koppen"), max_length=7, default="#07434a", validators=[COLOR]
    )

    asks_second_person = models.BooleanField(
        _("een uitzondering vraagt een tweede persoon"),
        default=False,
        help_text=_("Een tweede coördinator moet het eens zijn met elke uitzondering."),
    )
    asks_second_reader = models.BooleanField(
        _("een tweede lezer bekijkt elke tekst"),
        default=False,
        help_text=_("Wie schrijft, zet zelf niets online. Een andere trainer of beheerder leest eerst mee."),
    )
    certificate_signer = models.CharField(
        _("naam en functie onder een bewijs"),
        max_length=120,
        blank=True,
        help_text=_("Bijvoorbeeld: Koen de Wit, coördinator. Leeg: de naam van de coördinator."),
    )
    offers_credentials = models.BooleanField(
        _("digitaal bewijs (Open Badges) bij elk bewijs"),
        default=False,
        help_text=_("Het digitale bewijs noemt geen naam. Het zit in de PDF en is ook los te bewaren."),
    )
    logo = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        verbose_name=_("logo"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("Staat op bewijzen. Kies een plaatje met een lichte achtergrond."),
    )

    panels = [
        MultiFieldPanel(
            [FieldPanel("municipality"), FieldPanel("network_name"), FieldPanel("minimum_age")],
            heading=_("De gemeente en het netwerk"),
        ),
        MultiFieldPanel(
            [FieldPanel("phone"), FieldPanel("phone_hours"), FieldPanel("coordinator_name")],
            heading=_("Hulp: staat onder elke bladzijde"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("trainer_name"),
                FieldPanel("complex_partner"),
                FieldPanel("complex_partner_phone"),
                FieldPanel("slots"),
            ],
            heading=_("Invulwoorden voor de lessen"),
        ),
        MultiFieldPanel(
            [FieldPanel("color_action"), FieldPanel("color_heading"), FieldPanel("logo")],
            heading=_("Huisstijl"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("asks_second_person"),
                FieldPanel("asks_second_reader"),
                FieldPanel("certificate_signer"),
                FieldPanel("offers_credentials"),
            ],
            heading=_("Besluiten en bewijzen"),
        ),
    ]

    class Meta:
        verbose_name = _("gemeente")

    def __str__(self) -> str:
        return self.municipality

    def clean(self) -> None:
        """Refuse a colour that people cannot read, and a fill-in word that is there twice."""
        super().clean()
        errors: dict[str, str] = {}
        for field in ("color_action", "color_heading"):
            color = getattr(self, field)
            if not re.fullmatch(HEX, color):
                continue
            ratio = min(contrast_ratio(color, under) for under in ("#ffffff", PAPER, tint_of(color)))
            if ratio < MINIMUM_CONTRAST:
                errors[field] = _(
                    "Deze kleur is te licht om te lezen (contrast %(ratio).1f, nodig is 4,5). "
                    "Kies een donkerder kleur."
                ) % {"ratio": ratio}
        names = [block.value["name"] for block in self.slots]
        doubled = sorted({name for name in names if names.count(name) > 1})
        if doubled:
            errors["slots"] = _("Dit invulwoord staat er twee keer: %(names)s.") % {
                "names": ", ".join(doubled)
            }
        if errors:
            raise ValidationError(errors)
