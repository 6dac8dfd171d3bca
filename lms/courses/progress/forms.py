"""What a page of a lesson may send."""

from typing import Any
from uuid import UUID

from django import forms

from lms.courses.progress.services import Given


class AnswerForm(forms.Form):
    """An answer to the exercise of a step."""

    exercise = forms.UUIDField()
    answer = forms.UUIDField()
    submission = forms.UUIDField()

    @property
    def is_only_unanswered(self) -> bool:
        """Whether the one thing wrong is that nothing was chosen."""
        return set(self.errors) == {"answer"} and not self.data.get("answer")

    def given(self, lesson_uid: UUID) -> Given:
        """Return the answer; the form must be valid."""
        data: dict[str, Any] = self.cleaned_data
        return Given(lesson_uid, data["exercise"], data["answer"], data["submission"])


class RepeatForm(forms.Form):
    """The learner says to have done a finished lesson again."""

    submission = forms.UUIDField()


class FinishForm(forms.Form):
    """The learner's own choice at the end of a lesson."""

    DONE, LATER = "done", "later"
    choice = forms.ChoiceField(choices=[(DONE, DONE), (LATER, LATER)])

    @property
    def is_done(self) -> bool:
        """Whether the learner says to be done."""
        return self.is_valid() and self.cleaned_data["choice"] == self.DONE
