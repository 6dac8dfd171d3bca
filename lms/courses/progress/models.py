"""What a learner did. Progress hangs on the stable ids of content, so that it survives every edit."""

import uuid
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Enrollment(models.Model):
    """A learner takes a course."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="enrollments")
    course = models.ForeignKey("courses.CoursePage", on_delete=models.PROTECT, related_name="enrollments")
    enrolled_at = models.DateTimeField()
    completed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "course"], name="one_enrollment_per_course")]

    def __str__(self) -> str:
        return f"inschrijving {self.uuid}"


class LessonProgress(models.Model):
    """How far a learner is in one lesson; `completed_at` is set once and never taken away."""

    enrollment = models.ForeignKey(Enrollment, on_delete=models.CASCADE, related_name="lessons")
    lesson_uid = models.UUIDField()
    started_at = models.DateTimeField()
    seen_at = models.DateTimeField(help_text="when the learner was here last: where to go on")
    last_step_uid = models.UUIDField(null=True, help_text="the step (block) to resume at")
    completed_at = models.DateTimeField(null=True)
    on_paper = models.BooleanField(default=False, help_text="done with a person or on paper, not on a screen")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["enrollment", "lesson_uid"], name="lesson_once_per_learner")
        ]

    def __str__(self) -> str:
        return f"voortgang {self.pk}"


class RepeatChangedError(TypeError):
    """Somebody tried to change that a lesson was done again."""


class LessonRepeatQuerySet(models.QuerySet["LessonRepeat"]):
    """Repeats, which cannot be changed in bulk either."""

    def update(self, **values: Any) -> int:
        """Refuse: a row is never changed."""
        raise RepeatChangedError


class LessonRepeat(models.Model):
    """That a learner did a finished lesson again. Append-only: nothing of the first time is reset."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    submission = models.UUIDField(help_text="made by the page: a double send is one row")
    enrollment = models.ForeignKey(Enrollment, on_delete=models.CASCADE, related_name="repeats")
    lesson_uid = models.UUIDField()
    repeated_at = models.DateTimeField()

    objects: ClassVar[models.Manager[Any]] = LessonRepeatQuerySet.as_manager()

    class Meta:
        ordering = ["repeated_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["enrollment", "lesson_uid", "submission"], name="repeat_sent_once"
            )
        ]

    def __str__(self) -> str:
        return f"herhaling {self.uuid}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write a new row; raise RepeatChangedError for a row that is there already."""
        if not self._state.adding:
            raise RepeatChangedError
        super().save(*args, **kwargs)


class AttemptChangedError(TypeError):
    """Somebody tried to change an answer that was given."""


class AttemptQuerySet(models.QuerySet["Attempt"]):
    """Answers, which cannot be changed in bulk either."""

    def update(self, **values: Any) -> int:
        """Refuse: a row is never changed."""
        raise AttemptChangedError


class Attempt(models.Model):
    """One response, exactly as it was given. Append-only: only erasing a person takes rows away."""

    submission = models.UUIDField(help_text="made by the page: a double send of one response is one row")
    enrollment = models.ForeignKey(Enrollment, on_delete=models.CASCADE, related_name="attempts")
    lesson_uid = models.UUIDField()
    exercise_uid = models.UUIDField()
    response = models.JSONField(
        help_text="values by field (docs/decisions/0014); never typed work of one's own"
    )
    response_key = models.UUIDField()
    outcome = models.CharField(max_length=10)
    answered_at = models.DateTimeField()
    on_paper = models.BooleanField(default=False, help_text="given on paper; it weighs the same")
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )

    objects: ClassVar[models.Manager[Any]] = AttemptQuerySet.as_manager()

    class Meta:
        # The response is part of the key: who goes back and chooses another one does not send the same.
        constraints = [
            models.UniqueConstraint(
                fields=["enrollment", "submission", "exercise_uid", "response_key"], name="attempt_sent_once"
            )
        ]
        indexes = [models.Index(fields=["enrollment", "exercise_uid"])]

    def __str__(self) -> str:
        return f"antwoord {self.submission}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write a new row; raise AttemptChangedError for a row that is there already."""
        if not self._state.adding:
            raise AttemptChangedError
        super().save(*args, **kwargs)


class ExerciseState(models.Model):
    """Where a learner stands in one exercise. It only moves forward: passed stays passed.

    How often and when is not kept here: the attempts tell.
    """

    class Stage(models.IntegerChoices):
        TRIED = 1, _("geprobeerd")
        PASSED = 2, _("klaar")

    enrollment = models.ForeignKey(Enrollment, on_delete=models.CASCADE, related_name="exercise_states")
    lesson_uid = models.UUIDField()
    exercise_uid = models.UUIDField()
    stage = models.PositiveSmallIntegerField(choices=Stage.choices)
    last_response = models.JSONField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["enrollment", "exercise_uid"], name="exercise_once_per_learner")
        ]

    def __str__(self) -> str:
        return f"stand {self.pk}"
