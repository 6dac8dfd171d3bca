"""The roles of the platform and what follows from holding one."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Role(TextChoices):
    """What a person may be here; one person may hold several."""

    VOLUNTEER = "volunteer", _("vrijwilliger")
    TRAINER = "trainer", _("trainer")
    FACILITATOR = "facilitator", _("begeleider van intervisie")
    COORDINATOR = "coordinator", _("coördinator")
    CONTACT_PERSON = "contact_person", _("contactpersoon")
    ADMINISTRATOR = "administrator", _("beheerder")
    MUNICIPALITY_VIEWER = "municipality_viewer", _("meekijker van de gemeente")
    RESEARCHER = "researcher", _("onderzoeker")


# A facilitator is a volunteer among volunteers: that role alone asks no second factor (quality.md §0.3).
STAFF_ROLES = frozenset(
    {
        Role.TRAINER,
        Role.COORDINATOR,
        Role.CONTACT_PERSON,
        Role.ADMINISTRATOR,
        Role.MUNICIPALITY_VIEWER,
        Role.RESEARCHER,
    }
)
# Roles that edit content in the Wagtail admin; each is a Django group of the same name.
CONTENT_ROLES = frozenset({Role.TRAINER, Role.ADMINISTRATOR})
# Roles that only make sense for one organisation.
ORGANISATION_ROLES = frozenset({Role.CONTACT_PERSON})
