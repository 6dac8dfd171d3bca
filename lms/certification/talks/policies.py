"""Who may write about whose talk: a coordinator for good, the trainer of that person provisionally."""

from lms.accounts.models import User
from lms.accounts.public import may_coordinate
from lms.certification.readiness import ConversationHeld
from lms.certification.readiness.names import CLOSING_TALK
from lms.courses.public import people_of_trainer


def may_record_final(actor: User, person: User) -> bool:
    """Say whether what this person writes about a talk counts at once."""
    return may_coordinate(actor, person)


def may_record(actor: User, person: User, rule: ConversationHeld) -> bool:
    """Say whether the actor may write about this talk: a trainer only about the closing talk."""
    return may_record_final(actor, person) or (rule.what == CLOSING_TALK and is_trainer_of(actor, person))


def is_trainer_of(actor: User, person: User) -> bool:
    """Say whether the actor trains an edition in which this person takes part now."""
    return people_of_trainer(actor).filter(pk=person.pk).exists()
