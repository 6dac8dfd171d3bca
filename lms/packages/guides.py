"""What a course package holds beside its lessons: for the trainer, the facilitator and the closing talk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from lms.packages.blocks import Block
from lms.packages.kinds import CompetenceRef, Html, Inline, Line, MediumRef, Slug, Uid

TralansStatus = Literal["derived", "supplemented", "original"]


@dataclass(frozen=True)
class Item:
    """One point in a list of plain sentences."""

    uid: Uid
    text: Line


@dataclass(frozen=True)
class MarkedItem:
    """One point in a list of sentences with emphasis."""

    uid: Uid
    text: Inline


@dataclass(frozen=True)
class Term:
    """A word and what it means."""

    uid: Uid
    term: Line
    meaning: Line


@dataclass(frozen=True)
class Glossary:
    """The words of the course, explained."""

    uid: Uid
    title: Line
    terms: tuple[Term, ...]


@dataclass(frozen=True, kw_only=True)
class TalkPoint:
    """One point of the closing talk: can I do this, how to ask, how one notices it."""

    uid: Uid
    competence: CompetenceRef = ""
    can_do: Line
    question: Line
    sign: Line


@dataclass(frozen=True)
class ClosingTalk:
    """The guide for the talk at the end of the course. It is not an exam."""

    uid: Uid
    title: Line
    minutes: int
    intro: Html
    points: tuple[TalkPoint, ...]


@dataclass(frozen=True)
class Meeting:
    """One meeting of the training: the numbers of the modules it treats, and its core."""

    uid: Uid
    number: int
    modules: tuple[int, ...]
    core: Line
    tralans: bool = False


@dataclass(frozen=True)
class TrainerGuide:
    """What the trainer needs around the course: how the text is built, the meetings, a check before use."""

    uid: Uid
    about_title: Line
    about: tuple[MarkedItem, ...]
    meetings_title: Line
    meetings: tuple[Meeting, ...]
    meetings_note: Html
    checklist_title: Line
    checklist: tuple[Item, ...]


@dataclass(frozen=True)
class MethodProperty:
    """A property of a method: for whom, group, roles, what one needs."""

    uid: Uid
    name: Line
    text: Inline


@dataclass(frozen=True, kw_only=True)
class MethodStep:
    """One step of an intervision session. A pause has no number; numbers follow from the order."""

    uid: Uid
    title: Line
    pause: bool = False
    minutes: int
    happens: Inline
    says: Inline


@dataclass(frozen=True)
class Method:
    """An intervision script. The minutes of the steps add up to `minutes`."""

    uid: Uid
    slug: Slug
    title: Line
    minutes: int
    properties: tuple[MethodProperty, ...]
    steps: tuple[MethodStep, ...]
    tips: Html = ""


@dataclass(frozen=True)
class RecordRules:
    """What belongs in the record of an intervision session, and what never does."""

    uid: Uid
    title: Line
    keep: tuple[MarkedItem, ...]
    leave_out: tuple[MarkedItem, ...]


@dataclass(frozen=True)
class TralansTheme:
    """A theme of the Tralans model with questions for a resident."""

    uid: Uid
    title: Line
    subtitle: Line
    questions: tuple[Item, ...]
    note: Line = ""


@dataclass(frozen=True)
class Story:
    """An invented story to practice with."""

    uid: Uid
    title: Line
    text: Line


@dataclass(frozen=True)
class ExerciseStep:
    """One step of the Tralans exercise: what the learner sees and what the learner does."""

    uid: Uid
    sees: Inline
    does: Inline


@dataclass(frozen=True)
class TralansExercise:
    """An exercise of which nothing is kept."""

    uid: Uid
    title: Line
    intro: Html
    steps: tuple[ExerciseStep, ...]
    outro: Html
    stories: tuple[Story, ...]
    discussion_title: Line
    discussion: tuple[Item, ...]


@dataclass(frozen=True, kw_only=True)
class Tralans:
    """The page about the Tralans model. `banner` stays visible until `status` is original.

    `drawing` is a media file with the maker's own drawing; it needs `drawing_description`.
    """

    uid: Uid
    slug: Slug
    title: Line
    status: TralansStatus
    author_credit: Line
    permission_note: Html
    banner: Html
    minutes_reading: int
    pictogram: Line
    basis: Line
    drawing: MediumRef = ""
    drawing_description: Line = ""
    explanation: tuple[Block, ...]
    summary: Line
    themes_intro: Line
    themes: tuple[TralansTheme, ...]
    exercise: TralansExercise
