"""Films and sound in the Wagtail admin, and how pictures are made ready to show."""

from typing import Any

from django.db import transaction
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from lms.courses.media.forms import RecordingForm
from lms.courses.media.models import Recording
from lms.courses.media.renditions import BareOperation
from lms.courses.media.services import remove_files


class RecordingViewSet(SnippetViewSet):
    """List and edit the recordings."""

    model = Recording
    icon = "media"
    menu_label = _("Film en geluid")
    menu_order = 310
    add_to_admin_menu = True
    list_display = ["title", Column("get_kind_display", label=_("Soort"))]
    list_filter = ["kind"]
    search_fields = ["title", "transcript"]
    edit_handler = ObjectList(
        [
            FieldPanel("title", help_text=_("Zo noemen we de opname. Zoals: Het eerste gesprek.")),
            FieldPanel(
                "file",
                help_text=_("Film: mp4 of webm, tot 200 MB. Geluid: mp3, m4a, ogg of wav, tot 50 MB."),
            ),
            FieldPanel("description", help_text=_("In één zin, voor wie het niet kan zien of horen.")),
            MultiFieldPanel(
                [
                    FieldPanel(
                        "captions",
                        help_text=_("Nodig bij een film. Een vtt-bestand: de woorden met de tijd erbij."),
                    ),
                    FieldPanel(
                        "transcript",
                        help_text=_("Nodig. Schrijf op wat er gezegd wordt, en wat je verder hoort of ziet."),
                    ),
                    FieldPanel("poster", help_text=_("De afbeelding voor iemand de film start.")),
                ],
                heading=_("Voor wie niet hoort of ziet"),
            ),
            MultiFieldPanel(
                [FieldPanel("licence"), FieldPanel("credit")],
                heading=_("Van wie is het?"),
                help_text=_("Zonder licentie kan een les met deze opname niet online."),
            ),
        ],
        base_form_class=RecordingForm,
    )


register_snippet(RecordingViewSet)


@hooks.register("after_delete_snippet")
def remove_files_of_recordings(request: HttpRequest, instances: Any) -> None:
    """Take the files of deleted recordings along; Wagtail does so for pictures and documents itself."""
    names = [
        file.name
        for one in instances
        if isinstance(one, Recording)
        for file in (one.file, one.captions)
        if file
    ]
    transaction.on_commit(lambda: remove_files(*names))


@hooks.register("register_image_operations")
def know_bare_pictures() -> list[tuple[str, type[BareOperation]]]:
    """Let a rendition leave out what a camera writes along."""
    return [("bare", BareOperation)]
