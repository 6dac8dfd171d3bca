"""Situations from practice in a lesson: the scenario and the talk that branches (docs/decisions/0014)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from lms.packages.kinds import Line, Uid

Judgement = Literal["fits", "careful", "unfit"]
Role = Literal["oco", "advocate", "buddy", "case_manager", "professional"]
Hat = Literal["", "oco", "advocate", "buddy", "case_manager", "professional"]


@dataclass(frozen=True)
class Reaction:
    """One way to react in a situation, judged with feedback. `hat`: whose way it is."""

    uid: Uid
    text: Line
    judgement: Judgement
    feedback: Line
    hat: Hat = ""


@dataclass(frozen=True)
class MirrorVoice:
    """What somebody in a role would do in the situation."""

    uid: Uid
    role: Role
    text: Line


@dataclass(frozen=True)
class ScenarioValue:
    """A situation from practice; at least one reaction fits. `code` is its name for people: S5.1.

    `mirror` and `panel` (what experienced OCOs say) are shown after choosing.
    """

    code: Line
    title: Line
    situation: Line
    reactions: tuple[Reaction, ...]
    mirror: tuple[MirrorVoice, ...] = ()
    panel: Line = ""


@dataclass(frozen=True)
class Reply:
    """One thing to say in a dialogue; `goes_to` names the turn that follows, empty: the talk ends."""

    uid: Uid
    text: Line
    judgement: Judgement
    feedback: Line
    goes_to: Line = ""


@dataclass(frozen=True)
class Turn:
    """What the other says, and what one can answer."""

    uid: Uid
    name: Line
    says: Line
    replies: tuple[Reply, ...]


@dataclass(frozen=True)
class DialogueValue:
    """A talk that branches; it begins at the first turn."""

    code: Line
    title: Line
    situation: Line
    turns: tuple[Turn, ...]
