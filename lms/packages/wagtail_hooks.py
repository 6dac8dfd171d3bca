"""Where course packages stand in the Wagtail admin."""

from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from lms.packages import views


@hooks.register("register_admin_urls")
def course_addresses() -> list[URLPattern]:
    """Return the addresses, below that of the admin."""
    return [path("nieuwe-cursus/", views.new_course, name="new_course")]


@hooks.register("register_admin_menu_item")
def new_course_menu_item() -> MenuItem:
    """Return the entry of the menu."""
    return MenuItem(_("Nieuwe cursus"), reverse("new_course"), icon_name="copy", name="new-course", order=302)
