"""Statements in the Wagtail admin: write a new version, never change one that people may have signed."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from lms.certification.models import StatementVersion
from lms.certification.statements.forms import StatementVersionForm

NEVER = {"change", "delete", "publish"}


class WriteOncePolicy(ModelPermissionPolicy):
    """As Django's permissions say, but nobody changes or deletes a version."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        """Say whether the user may do this to versions of statements."""
        return action not in NEVER and super().user_has_permission(user, action)


register_permission_policy(StatementVersion, WriteOncePolicy(StatementVersion))


class StatementVersionViewSet(SnippetViewSet):
    """The list of versions, with "copy" as the way to write the next one."""

    model = StatementVersion
    icon = "doc-full"
    menu_label = _("Verklaringen")
    add_to_admin_menu = True
    inspect_view_enabled = True
    list_display = ("title", "code", "number", "effective_on")
    list_filter = ("code",)
    ordering = ("code", "-number")
    edit_handler = ObjectList(
        [
            FieldPanel(
                "code", help_text=_("Neem de code van de oude versie, of maak een nieuwe verklaring.")
            ),
            FieldPanel("title"),
            FieldPanel("body"),
            FieldPanel("effective_on", help_text=_("Vanaf deze dag tekenen mensen de nieuwe tekst.")),
        ],
        base_form_class=StatementVersionForm,
    )


register_snippet(StatementVersionViewSet)
