"""Noor finished a lesson with a number to call, before it changes."""

from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from lms.courses.models import Enrollment, LessonChange, LessonPage
from tests.factories import changes
from tests.factories import courses as make


@dataclass
class Number:
    """A lesson of four blocks: the number, words, a question and a situation."""

    page: LessonPage
    enrollment: Enrollment
    number: make.Block
    words: make.Block
    question: make.Block
    situation: make.Block

    def change(self, html: str = "<p>Bel 113.</p>", line: str = "Het nummer is nieuw.") -> LessonChange:
        """Put another number online, as a change of safety."""
        self.number = changes.with_text(self.number, html)
        return changes.safer(self.page, self.number, self.words, self.question, self.situation, line=line)


@pytest.fixture
def earlier() -> datetime:
    return timezone.now() - timedelta(days=3)


@pytest.fixture
def online(small, enrollment) -> Number:
    blocks = (
        make.text("<p>Bel 112.</p>"),
        make.text("<p>Blijf rustig.</p>"),
        make.question(),
        make.scenario(),
    )
    changes.put_online(small.reading, *blocks)
    return Number(small.reading, enrollment, *blocks)


@pytest.fixture
def number(online, earlier) -> Number:
    changes.finished(online.enrollment, online.page, earlier)
    return online
