"""Which organisations a coordinator may choose from on a board: belonging to one is health data in effect."""

from django.db.models import QuerySet

from lms.accounts.models import Organisation, User
from lms.accounts.public import Role, grants_of


def organisations_for(coordinator: User) -> QuerySet[Organisation]:
    """Return the organisations whose people this person coordinates: all, the own ones, or none."""
    scopes = [grant.organisation_id for grant in grants_of(coordinator) if grant.role == Role.COORDINATOR]
    everything = Organisation.objects.order_by("name")
    return everything if None in scopes else everything.filter(pk__in=[each for each in scopes if each])
