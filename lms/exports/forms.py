"""Input for the exports pages."""

from django import forms
from django.utils.translation import gettext_lazy as _

from lms.exports.models import ServiceAccount


class ServiceAccountForm(forms.ModelForm[ServiceAccount]):
    """The name of a new service account."""

    class Meta:
        model = ServiceAccount
        fields = ("name",)
        labels = {"name": _("Naam van het systeem")}
        help_texts = {"name": _("Bijvoorbeeld: het systeem waarin je inwoners en OCO's koppelt.")}
