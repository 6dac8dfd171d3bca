"""What is sent with an assignment, what the trainer answers, and what of the list to show."""

from typing import Any
from uuid import UUID

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from lms.courses.cohorts.models import Cohort
from lms.courses.hand_ins.rules import LONGEST_TEXT, MOST_FILES, Problem, Refused
from lms.courses.hand_ins.selectors import Desk
from lms.courses.hand_ins.services import Work
from lms.courses.hand_ins.storing import Upload
from lms.courses.hand_ins.waiting import Which
from lms.courses.own_texts.forms import MOST, own_writer
from lms.courses.own_texts.models import OwnText
from lms.courses.own_texts.rules import Sent, plain

DONE, LATER = "done", "later"
STATUS = "werk-bewaard"  # the line in the form that says whether the text was kept
TOO_LONG = _("Deze tekst is te lang. Maak hem korter, of lever hem in 2 keer in.")
TOO_OFTEN = _("Je stuurde net veel bestanden. Wacht een uur, en stuur ze dan opnieuw. Je tekst staat er nog.")
REFUSALS = {
    Problem.TOO_MANY: _("Kies hoogstens %(most)s foto’s en opnames tegelijk."),
    Problem.TOO_LARGE: _("‘%(name)s’ is te groot. Een foto mag 10 MB zijn, een opname 20 MB."),
    Problem.EMPTY: _("‘%(name)s’ is leeg. Kies een ander bestand."),
    Problem.UNKNOWN: _("‘%(name)s’ is geen foto (JPEG, PNG, WebP) en geen opname. Kies iets anders."),
    Problem.BROKEN: _("‘%(name)s’ kunnen we niet lezen. Maak de foto opnieuw."),
}
CHOOSE = _("Kies of je klaar bent, of later terugkomt.")
AGAIN = _("Kies je foto’s en opnames daarna opnieuw. Je tekst staat er nog.")


class ManyFiles(forms.ClearableFileInput):
    """An input for several files at once."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files, each as it came in; what they are is judged when they are kept."""

    def __init__(self, accept: str, **options: Any) -> None:
        super().__init__(required=False, widget=ManyFiles(attrs={"accept": accept}), **options)

    def clean(self, data: Any, initial: Any = None) -> tuple[Upload, ...]:
        """Return the files that were chosen."""
        files = data if isinstance(data, list | tuple) else [data]
        return tuple(
            Upload((each.name or "")[-60:], each, each.size or 0)
            for each in files
            if isinstance(each, UploadedFile)
        )


class WorkForm(forms.Form):
    """The work for one assignment; everything may stay empty, because it may be on paper or told by phone."""

    hides_optional = True
    submission = forms.UUIDField(widget=forms.HiddenInput)
    writer = forms.UUIDField(widget=forms.HiddenInput)
    number = forms.IntegerField(required=False, min_value=1, max_value=MOST, widget=forms.HiddenInput)
    version = forms.IntegerField(min_value=0, max_value=MOST, widget=forms.HiddenInput)
    text = forms.CharField(
        label=_("Wat wil je vertellen?"),
        required=False,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 6, "autocomplete": "off", "maxlength": None}),
        error_messages={"max_length": TOO_LONG},
    )
    photos = FilesField(
        "image/jpeg,image/png,image/webp",
        label=_("Foto’s"),
        help_text=_("Bijvoorbeeld van je werk op papier. Hoogstens 10 MB per foto."),
    )
    sound = FilesField(
        "audio/*,.m4a,.mp3,.ogg,.wav,.webm",
        label=_("Opname van je stem"),
        help_text=_("Praten mag ook, in plaats van schrijven. Hoogstens 20 MB."),
    )
    choice = forms.ChoiceField(
        label=_("Hoe ver ben je?"),
        choices=(
            (DONE, _("Ik ben klaar met deze opdracht")),
            (LATER, _("Ik kom later terug")),
        ),
        widget=forms.RadioSelect,
        error_messages={"required": CHOOSE, "invalid_choice": CHOOSE},
    )

    def __init__(self, data: Any = None, files: Any = None, *, desk: Desk) -> None:
        first = {
            "submission": desk.submission,
            "writer": desk.submission,
            "version": str(desk.version),
            "text": desk.draft,
        }
        super().__init__(data, files, initial=first)
        self.auto_id = "werk_%s"
        # js/keep.js sends what is typed while it is typed; its contract stands there.
        self.fields["text"].widget.attrs |= {
            "data-keep-url": reverse("own_texts:keep"),
            "data-kind": OwnText.Kind.WORK.value,
            "data-place": str(desk.exercise_uid),
            "data-lesson": str(desk.lesson_uid),
            "data-version": str(desk.version),
            "data-status": STATUS,
        }

    @property
    def has_files(self) -> bool:
        """Whether files came along: a browser does not keep them on a page that is shown again."""
        return bool(self.files)

    def work(self, lesson_uid: UUID, exercise_uid: UUID) -> Work:
        """Return what was sent; the form must be valid."""
        data: dict[str, Any] = self.cleaned_data
        return Work(
            lesson_uid,
            exercise_uid,
            data["submission"],
            as_kept(data["text"]),
            data["choice"] == DONE,
            (*data["photos"], *data["sound"]),
            draft=self._draft(),
        )

    def _draft(self) -> Sent:
        """Return the text as a send of this page: a script counts its sends; without one the text tells."""
        data: dict[str, Any] = self.cleaned_data
        text, writer, number = as_kept(data["text"]), data["writer"], data["number"]
        if number is None:
            return Sent(str(own_writer(writer, text)), 1, data["version"], text)
        return Sent(str(writer), number, data["version"], text)

    def refuse(self, refused: Refused) -> None:
        """Say at the right field why a file does not come along."""
        words = {"name": refused.name, "most": MOST_FILES}
        sounds = {each.name for each in self.cleaned_data["sound"]}
        field = "sound" if refused.name in sounds else "photos"
        self.add_error(field, f"{REFUSALS[refused.problem] % words} {AGAIN}")


def as_kept(text: str) -> str:
    """Return a text with line ends as we keep them, without space around it."""
    return plain(text).strip()


class ReplyForm(forms.Form):
    """What the trainer answers. `seen`: the moment of the reply that stood there, empty for none."""

    seen = forms.DateTimeField(required=False, widget=forms.HiddenInput)
    text = forms.CharField(
        label=_("Jouw antwoord"),
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages={"required": _("Schrijf eerst een antwoord."), "max_length": TOO_LONG},
    )

    def clean_text(self) -> str:
        """Return the text as it is kept."""
        return as_kept(self.cleaned_data["text"])


class ListForm(forms.Form):
    """What of the list to show; whatever is no choice narrows nothing."""

    hides_optional = True
    stand = forms.ChoiceField(
        label=_("Wat wil je zien?"),
        required=False,
        choices=(
            (Which.OPEN, _("Wacht op mijn antwoord")),
            (Which.ANSWERED, _("Al beantwoord")),
            (Which.ALL, _("Alles")),
        ),
    )
    lichting = forms.ModelChoiceField(
        label=_("Lichting"),
        required=False,
        queryset=Cohort.objects.none(),
        to_field_name="uuid",
        empty_label=_("Alle lichtingen"),
    )

    def __init__(self, *args: Any, cohorts: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["lichting"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = cohorts

    def wanted(self) -> tuple[Which, Cohort | None]:
        """Return what to show; what waits, when nothing was chosen."""
        self.full_clean()
        data: dict[str, Any] = getattr(self, "cleaned_data", {})
        return Which(data.get("stand") or Which.OPEN), data.get("lichting")
