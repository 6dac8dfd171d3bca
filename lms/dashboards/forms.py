"""Find people on the board: the filters of every overview, and the name that one looks for."""

from collections.abc import Iterable
from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from lms.accounts.models import Organisation, User
from lms.certification.models import Standing
from lms.certification.public import Column, Freshness, columns_of, for_domain
from lms.courses.models import Cohort
from lms.courses.public import cohorts_for
from lms.dashboards.policies import organisations_for


class ChoosingForm(forms.Form):
    """A form that narrows a list: whatever stays empty leaves the list as it is."""

    hides_optional = True


class NameForm(forms.Form):
    """Ask a name. It is posted and kept in the session: a name never stands in an address or a log."""

    hides_optional = True
    words = forms.CharField(label=_("Naam"), max_length=100, required=False)


class CohortFilter(django_filters.FilterSet):
    """Narrow the lines of an overview to who takes part in one edition now."""

    lichting = django_filters.ModelChoiceFilter(
        queryset=Cohort.objects.none(),
        to_field_name="uuid",
        method="of_cohort",
        label=_("Lichting"),
        empty_label=_("Alle lichtingen"),
    )

    class Meta:
        model = Standing
        fields: list[str] = []
        form = ChoosingForm

    def __init__(self, data: Any, *, rows: QuerySet[Standing], cohorts: QuerySet[Cohort]) -> None:
        super().__init__(data, queryset=rows)
        self.filters["lichting"].queryset = cohorts

    def of_cohort(self, rows: QuerySet[Standing], name: str, value: Cohort) -> QuerySet[Standing]:
        """Keep the people who take part in an edition now."""
        return rows.filter(person__cohort_places__cohort=value, person__cohort_places__left_on=None)


class BoardFilter(CohortFilter):
    """Narrow the lines of a board. One chooses only from organisations and editions one may see.

    What is no choice narrows nothing, and the form says so; the people are those of the coordinator anyway.
    """

    organisatie = django_filters.ModelChoiceFilter(
        queryset=Organisation.objects.none(),
        to_field_name="uuid",
        method="of_organisation",
        label=_("Organisatie"),
        empty_label=_("Alle organisaties"),
    )
    leefgebied = django_filters.ChoiceFilter(
        method="of_domain", label=_("Leefgebied"), empty_label=_("Alle leefgebieden")
    )
    eis = django_filters.ChoiceFilter(
        method="lacking", label=_("Nog niet klaar met"), empty_label=_("Alles en niets")
    )

    def __init__(self, data: Any, *, freshness: Freshness, actor: User) -> None:
        super().__init__(data, rows=freshness.rows, cohorts=cohorts_for(actor))
        self.ground = freshness.ground
        scheme = self.ground.scheme_for(self.ground.context.as_of)
        self._choose(actor, columns_of(scheme), [(each.id, each.title) for each in scheme.domains])

    def _choose(self, actor: User, columns: Iterable[Column], domains: list[tuple[str, str]]) -> None:
        self.filters["organisatie"].queryset = organisations_for(actor)
        self.filters["eis"].extra["choices"] = [(each.id, each.label) for each in columns]
        if domains:
            self.filters["leefgebied"].extra["choices"] = domains
        else:
            del self.filters["leefgebied"]

    def of_organisation(self, rows: QuerySet[Standing], name: str, value: Organisation) -> QuerySet[Standing]:
        """Keep the people who belong to an organisation now."""
        return rows.filter(person__memberships__organisation=value, person__memberships__ended_at=None)

    def of_domain(self, rows: QuerySet[Standing], name: str, value: str) -> QuerySet[Standing]:
        """Keep who is matchable for a life domain, or did everything of its own."""
        return rows.filter(for_domain(value, self.ground))

    def lacking(self, rows: Any, name: str, value: str) -> QuerySet[Standing]:
        """Keep who has not met a criterion."""
        found: QuerySet[Standing] = rows.lacking(value)
        return found
