"""Lists of people and organisations."""

from datetime import datetime
from typing import Protocol

import django_tables2 as tables
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from lms.accounts.models import Organisation, User
from lms.accounts.people.selectors import roles_in_words

PER_PAGE = 50


def lay_out(table: tables.Table, request: HttpRequest) -> None:
    """Sort and page a table as the address asks. How long a page is, is not for the address to say."""
    tables.RequestConfig(request, paginate=False).configure(table)
    table.paginate(per_page=PER_PAGE)
    table.page = table.paginator.get_page(request.GET.get("page"))


class PersonRow(Protocol):
    """What the list reads of a person beyond the model: the annotations of `people_list`."""

    is_active: bool
    sees_membership: bool
    organisation_name: str | None
    invited_at: datetime | None
    accepted_at: datetime | None


class PeopleTable(tables.Table):
    """People, their roles, their organisation where it may be seen, and whether they came in."""

    label = _("Mensen")
    name = tables.Column(verbose_name=_("Naam"), linkify=("accounts:person", {"uuid": tables.A("uuid")}))
    roles = tables.Column(verbose_name=_("Rollen"), empty_values=(), orderable=False)
    organisation = tables.Column(
        verbose_name=_("Organisatie"), accessor="organisation_name", empty_values=(), orderable=False
    )
    state = tables.Column(verbose_name=_("Stand"), accessor="invited_at", empty_values=())

    class Meta:
        template_name = "components/table.html"
        order_by = ("name",)

    def render_roles(self, record: User) -> str:
        """Say the current roles."""
        return roles_in_words(record) or "–"

    def render_organisation(self, record: PersonRow) -> str:
        """Say the organisation, or that there is none; a dash where the viewer may not know."""
        if not record.sees_membership:
            return "–"
        return record.organisation_name or str(_("Nog te koppelen"))

    def render_state(self, record: PersonRow) -> str:
        """Say whether the person is active, invited or closed off."""
        if not record.is_active:
            return str(_("Account staat uit"))
        waits = record.invited_at and not record.accepted_at
        return str(_("Uitgenodigd")) if waits else str(_("Actief"))


class OrganisationTable(tables.Table):
    """Partner organisations."""

    label = _("Organisaties")
    name = tables.Column(
        verbose_name=_("Naam"), linkify=("accounts:organisation", {"uuid": tables.A("uuid")})
    )
    convenant_signed_on = tables.DateColumn(verbose_name=_("Convenant getekend op"), format="j F Y")
    pledged_volunteers = tables.Column(verbose_name=_("Toegezegd"))
    members = tables.Column(verbose_name=_("Nu gekoppeld"))
    contact_persons = tables.Column(verbose_name=_("Contactpersonen"))

    class Meta:
        template_name = "components/table.html"
        order_by = ("name",)

    def render_contact_persons(self, record: Organisation, value: int) -> str | SafeString:
        """Say how many contact persons there are; none is said in words."""
        return format_html("{}", value) if value else str(_("Nog geen"))
