"""The way back from the Wagtail admin to the Leerplein itself."""

from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem


@hooks.register("register_admin_menu_item")
def back_to_the_leerplein() -> MenuItem:
    """Offer the first page of the reader, above everything else."""
    return MenuItem(_("Naar het Leerplein"), reverse_lazy("dashboards:start"), icon_name="home", order=1)
