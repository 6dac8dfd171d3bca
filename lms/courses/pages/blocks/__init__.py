"""The blocks of a lesson. Names and value keys are those of the course package (docs/decisions/0002)."""

from lms.courses.pages.blocks.exercises import AssignmentMode, ExerciseBlocks
from lms.courses.pages.blocks.features import INLINE_FEATURES, TEXT_FEATURES
from lms.courses.pages.blocks.media import MediaBlocks
from lms.courses.pages.blocks.situations import Judgement
from lms.courses.pages.blocks.texts import TextBlocks, cell

__all__ = ["INLINE_FEATURES", "TEXT_FEATURES", "AssignmentMode", "Judgement", "LessonBody", "cell"]


class LessonBody(ExerciseBlocks, MediaBlocks, TextBlocks):
    """Everything a lesson may hold."""

    class Meta:
        required = False
