"""What a lesson said when it last went online, and who did again what a change asks."""

from django.conf import settings
from django.db import models

from lms.courses.pages.lesson_change import LessonChange

__all__ = ["LessonChange", "OnlineText", "Refresh"]


class OnlineText(models.Model):
    """What a lesson said when it last went online: a mark per block, to see at the next time what differs.

    The pages themselves do not tell: the row of a page that is offline holds its draft, and Wagtail does not
    keep which revision was online before.
    """

    lesson_uid = models.UUIDField(unique=True)
    marks = models.JSONField(help_text="a short hash by the uid of the block")
    published_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"stand van les {self.lesson_uid}"


class Refresh(models.Model):
    """How far a learner is with what a change of safety asks: reading what changed, and one situation.

    `read_at` is set once, and so is `done_at`: when the situation was passed too, or when none is asked.
    """

    change = models.ForeignKey(LessonChange, on_delete=models.CASCADE, related_name="refreshes")
    enrollment = models.ForeignKey("courses.Enrollment", on_delete=models.CASCADE, related_name="refreshes")
    read_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)
    on_paper = models.BooleanField(default=False)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["change", "enrollment"], name="refresh_once")]

    def __str__(self) -> str:
        return f"opfrissing {self.pk}"
