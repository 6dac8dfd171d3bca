"""What a trainer says about a change before a lesson goes online again (docs/decisions/0016)."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page

from lms.courses.pages.lesson_change import LessonChange
from lms.courses.pages.pictograms import PICTOGRAMS
from lms.courses.pages.publishing import ContentPageForm, NotPublishableError

ASK_A_LINE = (LessonChange.Kind.CONTENT, LessonChange.Kind.SAFETY)


class ChangeLineMissingError(NotPublishableError):
    """Raised when readers would be told that something changed, but not what."""

    def __init__(self, page: Page) -> None:
        self.page, self.slots = page, ()
        sentence = _(
            "‘%(title)s’ kan nog niet online. Schrijf bij ‘Wat verandert er?’ één zin voor wie de les leest. "
            "Je tekst is bewaard."
        )
        ValidationError.__init__(self, sentence % {"title": page.title})


def check_line(page: Any) -> None:
    """Raise ChangeLineMissingError when a change of content or safety has no line for readers."""
    if page.change_kind in ASK_A_LINE and not page.change_line.strip():
        raise ChangeLineMissingError(page)


class PictogramChoice(forms.RadioSelect):
    """The pictograms to choose from, shown with what one sees."""

    template_name = "courses/_picture_choice.html"


class LessonPageForm(ContentPageForm):
    """The form of a lesson: what changes is a choice of three, and may stay open; so is the pictogram."""

    picture = forms.ChoiceField(
        label=gettext_lazy("Plaatje bij de titel"),
        choices=[("", gettext_lazy("geen plaatje")), *PICTOGRAMS.items()],
        required=False,
        widget=PictogramChoice,
        help_text=gettext_lazy(
            "Alleen wie bij leeshulp om plaatjes vraagt, ziet het. De plaatjes zijn van OpenMoji."
        ),
    )

    change_kind = forms.ChoiceField(
        label=gettext_lazy("Hoe groot is de verandering?"),
        choices=LessonChange.Kind.choices,
        required=False,
        widget=forms.RadioSelect,
        help_text=gettext_lazy("Kies je niets? Dan horen lezers niets."),
    )


class ChangePanel(MultiFieldPanel):
    """Asks what changes; only of a lesson that was online before."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("children", [FieldPanel("change_kind"), FieldPanel("change_line")])
        kwargs.setdefault("heading", gettext_lazy("Wat verandert er?"))
        kwargs.setdefault(
            "help_text",
            gettext_lazy(
                "Deze les stond al online. Vertel wat er anders is. Bij ‘veiligheid’ lezen mensen die klaar "
                "waren alleen het nieuwe stukje. Daarna doen ze één situatie. Hun les blijft klaar."
            ),
        )
        super().__init__(*args, **kwargs)

    class BoundPanel(MultiFieldPanel.BoundPanel):
        """The panel of one page."""

        def is_shown(self) -> bool:
            """Say whether readers may have seen this page before."""
            was_online = bool(self.instance.live or self.instance.first_published_at)
            return bool(self.instance.pk) and was_online and super().is_shown()
