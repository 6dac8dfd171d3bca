"""What stands on both pages about a person beside the criteria: what waits, talks, extensions, requests."""

from dataclasses import dataclass

from lms.accounts.models import User
from lms.certification.decisions.selectors import RequestLine, Undoable, requests_about, undoable
from lms.certification.extensions.selectors import ExtensionLine, extensions_of
from lms.certification.handing_in.selectors import NotYet, WaitingItem, still_needed, waiting_for
from lms.certification.standings.selectors import Ground
from lms.certification.talks.selectors import TalkSheet, talks_of


@dataclass(frozen=True, slots=True)
class Beside:
    """Everything that people did about a person; the volunteer and the coordinator read the same.

    `undoable` is only there for somebody else than the person.
    """

    waiting: list[WaitingItem]
    needed: list[NotYet]
    requests: list[RequestLine]
    talks: list[TalkSheet]
    extensions: list[ExtensionLine]
    undoable: Undoable | None


def beside(person: User, ground: Ground, reader: User) -> Beside:
    """What stands beside the criteria of a person; at most 11 queries, however much there is."""
    scheme, today = ground.scheme_for(person.joined_on), ground.context.as_of
    return Beside(
        waiting=waiting_for([person.pk], ground),
        needed=still_needed(person, ground),
        requests=requests_about(person, scheme, reader),
        talks=talks_of(person, ground),
        extensions=extensions_of(person),
        undoable=undoable(person, today) if reader.pk != person.pk else None,
    )
