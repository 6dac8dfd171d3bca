"""Lessons that go online again, with what the trainer says about it."""

import json
from datetime import datetime
from typing import Any

from lms.accounts.models import User
from lms.courses.models import Enrollment, LessonChange, LessonPage, LessonProgress
from tests.factories.courses import Block


def put_online(page: LessonPage, *blocks: Block, actor: User | None = None, **said: Any) -> LessonPage:
    """Publish a lesson as the editor does, with these blocks (none: as it is) and what is `said` about it."""
    draft = page.get_latest_revision_as_object()
    if blocks:
        draft.body = json.dumps(list(blocks))
    for name, value in said.items():
        setattr(draft, name, value)
    draft.save_revision(user=actor).publish(user=actor, skip_permission_checks=True)
    page.refresh_from_db()
    return page


def safer(page: LessonPage, *blocks: Block, line: str = "Het nummer is nieuw.", **more: Any) -> LessonChange:
    """Publish a lesson with a change of safety; return the change."""
    put_online(page, *blocks, change_kind=LessonChange.Kind.SAFETY, change_line=line, **more)
    change: LessonChange = LessonChange.objects.filter(lesson_uid=page.uid).order_by("pk").last()
    return change


def finished(enrollment: Enrollment, page: LessonPage, at: datetime) -> LessonProgress:
    """Let a learner have finished a lesson at a moment."""
    progress: LessonProgress = LessonProgress.objects.create(
        enrollment=enrollment, lesson_uid=page.uid, started_at=at, seen_at=at, completed_at=at
    )
    return progress


def with_text(block: Block, html: str) -> Block:
    """Return a text block that says something else; it keeps its id."""
    return {**block, "value": {**block["value"], "html": html}}
