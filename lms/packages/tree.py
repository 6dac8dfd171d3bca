"""The tree of a course package: what a municipality can share, read, compare and load.

Everything here is frozen and knows no database. Every part that a person may edit has a `uid`, made once and
never changed: versions of a package are compared by uid, never by title, slug or position.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from lms.certification.readiness import Scheme
from lms.packages.blocks import Block
from lms.packages.guides import ClosingTalk, Glossary, Item, Method, RecordRules, TrainerGuide, Tralans
from lms.packages.kinds import CompetenceRef, Html, Line, MediumRef, Name, Slug, Text, Uid

FORMAT = 1

SlotKind = Literal["text", "phone", "url", "number", "name", "list", "per_learner"]
LessonKind = Literal["lesson", "assignments", "questions", "scenarios"]


@dataclass(frozen=True)
class Manifest:
    """What the package is, whose it is and how sure its text is. `status_note` is for the trainer."""

    uid: Uid
    format: int
    slug: Slug
    version: Line
    title: Line
    language: Line
    licence: Line
    attribution: Line
    status_note: Html
    slots_note: Html = ""


@dataclass(frozen=True)
class Slot:
    """A word each municipality fills in. `example` is the value elsewhere; a list has one item per line.

    `caveat` belongs beside the value as long as a municipality shows a figure that is not its own.
    """

    uid: Uid
    name: Name
    kind: SlotKind
    meaning: Line
    example: Text = ""
    source: Line = ""
    caveat: Line = ""


@dataclass(frozen=True)
class Competence:
    """Something a volunteer can do after the course."""

    uid: Uid
    code: Line
    title: Line
    text: Line
    where: Line = ""


@dataclass(frozen=True)
class Source:
    """A document the text leans on; texts refer to it by code."""

    uid: Uid
    code: Line
    description: Line


@dataclass(frozen=True)
class Medium:
    """A file in the folder media/. `description` tells what it shows, for who cannot see or hear it.

    Sound and film have a `transcript`; film also has `captions` (a file of kind vtt) and may have a `poster`.
    """

    uid: Uid
    file: Line
    sha256: Line
    description: Line
    credit: Line = ""
    licence: Line = ""
    transcript: Text = ""
    captions: MediumRef = ""
    poster: MediumRef = ""


@dataclass(frozen=True)
class Course:
    """The course as a whole."""

    uid: Uid
    title: Line
    audience: Line
    form: Line
    own_work: Line
    group_size: Line
    prior_knowledge: Line
    ending: Line
    competences_note: Html = ""


@dataclass(frozen=True, kw_only=True)
class Lesson:
    """A page the learner goes through. Reading lessons have a number; the practice pages have none.

    `pictogram` describes the picture to draw and `picture` names it in our set; `basis` names the sources the
    text leans on. `warning` says what may touch somebody: who reads it first may skip the lesson.
    """

    uid: Uid
    number: Line = ""
    slug: Slug
    title: Line
    kind: LessonKind
    minutes_reading: int
    minutes_doing: int
    pictogram: Line = ""
    basis: Line = ""
    picture: Line = ""
    warning: Line = ""
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Module:
    """A group of lessons with its goals and a note for the trainer."""

    uid: Uid
    number: int
    slug: Slug
    title: Line
    goals: tuple[Item, ...]
    trainer_note: Html
    competences: tuple[CompetenceRef, ...]
    lessons: tuple[Lesson, ...]


@dataclass(frozen=True)
class Package:
    """A whole course package. `scheme` is an example of rules for readiness that names its lessons."""

    manifest: Manifest
    slots: tuple[Slot, ...]
    competences: tuple[Competence, ...]
    sources: tuple[Source, ...]
    media: tuple[Medium, ...]
    course: Course
    modules: tuple[Module, ...]
    methods: tuple[Method, ...] = ()
    glossary: Glossary | None = None
    closing_talk: ClosingTalk | None = None
    trainer: TrainerGuide | None = None
    tralans: Tralans | None = None
    record: RecordRules | None = None
    scheme: Scheme | None = None
