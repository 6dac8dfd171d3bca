"""A talk that branches: one hears something, answers, and hears what follows. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from lms.courses.exercises.rules import (
    ANSWER,
    Outcome,
    Remark,
    Response,
    UnknownAnswerError,
    Verdict,
    answers,
    same,
)

WORST_FIRST = (Verdict.UNFIT, Verdict.CAREFUL, Verdict.FITS)


@dataclass(frozen=True)
class Reply:
    """One thing to say. `goes_to` names the turn that follows; empty: the talk ends."""

    uid: UUID
    text: str
    verdict: Verdict
    explanation: str
    goes_to: str


@dataclass(frozen=True)
class Turn:
    """What the other says, and what one can answer."""

    uid: UUID
    name: str
    says: str
    replies: tuple[Reply, ...]


@dataclass(frozen=True)
class Talk:
    """A talk so far: what was said and answered, and the turn to answer now. None: it has ended."""

    said: tuple[tuple[Turn, Reply], ...]
    turn: Turn | None


@dataclass(frozen=True)
class Dialogue:
    """A talk that begins at the first turn. A turn follows only turns before it, so each way ends."""

    uid: UUID
    title: str
    prompt: str
    turns: tuple[Turn, ...]
    kind: ClassVar[str] = "dialogue"

    def talk(self, response: Response) -> Talk:
        """Return the talk so far; an empty response is the beginning. Raises UnknownAnswerError."""
        given = answers(response) if any(response.values()) else ()
        said: list[tuple[Turn, Reply]] = []
        turn = self.turns[0] if self.turns else None
        for uid in given:
            reply = next((one for one in turn.replies if str(one.uid) == uid), None) if turn else None
            if turn is None or reply is None:
                raise UnknownAnswerError(uid)
            said.append((turn, reply))
            turn = self._after(turn, reply)
        return Talk(tuple(said), turn)

    def judge(self, response: Response) -> Outcome:
        """Return how the talk goes so far, or went. Raises UnansweredError or UnknownAnswerError."""
        answers(response)
        talk = self.talk(response)
        remarks = {str(reply.uid): Remark(reply.verdict, reply.explanation) for _turn, reply in talk.said}
        last = talk.said[-1][1]
        verdict = Verdict.GOES_ON if talk.turn else _least([reply for _turn, reply in talk.said])
        return Outcome(verdict, last.explanation, remarks)

    def canonical(self, response: Response) -> Response:
        """Return the response as it is: its order is the talk."""
        return same(response)

    def solution(self) -> Response:
        """Return the way through the talk of which the least fitting reply fits best; the first if equal."""
        best: dict[str, tuple[Reply, ...]] = {}
        for turn in reversed(self.turns):
            ways = [(reply, *self._rest(best, turn, reply)) for reply in turn.replies]
            if ways:
                best[turn.name] = max(ways, key=lambda way: WORST_FIRST.index(_least(way)))
        first = best.get(self.turns[0].name, ()) if self.turns else ()
        return {ANSWER: tuple(str(reply.uid) for reply in first)}

    def _rest(self, best: dict[str, tuple[Reply, ...]], turn: Turn, reply: Reply) -> tuple[Reply, ...]:
        follows = self._after(turn, reply)
        return best.get(follows.name, ()) if follows else ()

    def _after(self, turn: Turn, reply: Reply) -> Turn | None:
        """Return the turn a reply leads to; only a later one counts, so that each way ends."""
        later = self.turns[self.turns.index(turn) + 1 :]
        return next((one for one in later if one.name == reply.goes_to), None)


def _least(replies: tuple[Reply, ...] | list[Reply]) -> Verdict:
    return min((reply.verdict for reply in replies), key=WORST_FIRST.index)
