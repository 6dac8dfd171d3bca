"""Where the Word import stands in the Wagtail admin."""

from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from lms.courses.word_import import views


@hooks.register("register_admin_urls")
def word_addresses() -> list[URLPattern]:
    """Return the addresses, below that of the admin."""
    return [
        path("word/", views.choose, name="word_import_choose"),
        path("word/<uuid:upload>/", views.check, name="word_import_check"),
    ]


@hooks.register("register_admin_menu_item")
def word_menu_item() -> MenuItem:
    """Return the entry of the menu."""
    return MenuItem(
        _("Word-bestand"), reverse("word_import_choose"), icon_name="doc-full", name="word-import", order=305
    )
