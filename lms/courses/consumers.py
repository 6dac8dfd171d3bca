"""What the courses app does after an event: a finished lesson may have been the last of its course."""

from uuid import UUID

from lms.courses.hand_ins import consumers as hand_ins
from lms.courses.prints import consumers as prints
from lms.courses.progress.completion import complete_course
from lms.courses.second_reader import consumers as second_reader
from lms.outbox.public import Message, subscribe

__all__ = ["finish_course", "hand_ins", "prints", "second_reader"]


@subscribe("courses.lesson_completed")
def finish_course(message: Message) -> None:
    """Finish the course when this was its last lesson; harmless when called again.

    Here and not in the request that finished the lesson: that keeps answering a question at a constant, small
    number of queries, and the task list shows the whole course as done at once anyway.
    """
    complete_course(UUID(message.ids["person"]), UUID(message.ids["course"]), message.created_at)
