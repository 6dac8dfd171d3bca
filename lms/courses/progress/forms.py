"""What a page of a lesson may send."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import QueryDict

from lms.courses.progress.page_fields import Fields, fields_in, response_in
from lms.courses.progress.services import Given


class AnswerForm(forms.Form):
    """A response to the exercise of a step; what its fields may hold is for the exercise to say."""

    exercise = forms.UUIDField()
    submission = forms.UUIDField()

    @property
    def fields_sent(self) -> Fields:
        """What was filled in of the exercise."""
        assert isinstance(self.data, QueryDict)
        return fields_in(self.data)

    def given(self, lesson_uid: UUID) -> Given:
        """Return the response; the form must be valid. Raises UnansweredError or UnknownAnswerError."""
        data: dict[str, Any] = self.cleaned_data
        return Given(lesson_uid, data["exercise"], response_in(self.fields_sent), data["submission"])


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


class PlaceForm(forms.Form):
    """Which part of a lesson somebody was reading, and the place that was known when the page came."""

    block = forms.UUIDField()
    since = forms.UUIDField()
