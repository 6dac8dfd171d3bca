"""Who may read what a learner hands in: the learner, and the trainer of that learner. Nobody else."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from lms.accounts.models import User
from lms.accounts.public import Role, people_within
from lms.courses.cohorts.models import CohortMember
from lms.courses.hand_ins.models import HandIn, HandInFile


def learners_of(trainer: User) -> QuerySet[User]:
    """Return the volunteers whose work this person reads: those in editions of this trainer.

    Who takes part in no edition that has a trainer now is read by every trainer who has that person in
    scope: work must never wait for nobody. A coordinator reads nothing, unless a trainer too.
    """
    in_scope = people_within(trainer, Role.TRAINER)
    trainers = User.objects.with_role(Role.TRAINER).values("pk")
    taught = CohortMember.objects.filter(user=OuterRef("pk"), left_on=None, cohort__trainer__in=trainers)
    return in_scope.filter(Exists(taught.filter(cohort__trainer=trainer)) | ~Exists(taught))


def work_for(trainer: User) -> QuerySet[HandIn]:
    """Return the work that this person reads as a trainer."""
    return HandIn.objects.filter(enrollment__user__in=learners_of(trainer).values("pk"))


def files_for(reader: User) -> QuerySet[HandInFile]:
    """Return the files that this person may open: one's own, and those of work one reads as a trainer."""
    mine = Q(hand_in__enrollment__user=reader)
    return HandInFile.objects.filter(mine | Q(hand_in__in=work_for(reader).values("pk")))
