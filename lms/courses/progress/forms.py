"""What a page of a lesson may send."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import QueryDict

from lms.courses.exercises.rules import ANSWER, Response
from lms.courses.progress.services import Given


class AnswerForm(forms.Form):
    """A response to the exercise of a step; what its fields may hold is for the exercise to say."""

    exercise = forms.UUIDField()
    submission = forms.UUIDField()

    def given(self, lesson_uid: UUID) -> Given:
        """Return the response; the form must be valid."""
        data: dict[str, Any] = self.cleaned_data
        return Given(lesson_uid, data["exercise"], self._response(), data["submission"])

    def _response(self) -> Response:
        assert isinstance(self.data, QueryDict)
        fields = self.data.lists()
        mine = ((name, values) for name, values in fields if name.split("-", 1)[0] == ANSWER)
        given = {name: tuple(value for value in values if value) for name, values in mine}
        return {name: values for name, values in given.items() if values}


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
