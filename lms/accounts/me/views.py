"""My own page: what is known about me, and what I can change."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from lms.accounts.access import person_of, signed_in
from lms.accounts.me.selectors import my_page
from lms.accounts.models import Membership, Organisation, Theme
from lms.accounts.people import services
from lms.accounts.people.forms import MembershipForm, NameForm, SharingForm, ThemesForm


@require_safe
@signed_in
def me(request: HttpRequest) -> HttpResponse:
    """Show my page."""
    return render(request, "accounts/me.html", {"page": my_page(person_of(request))})


@signed_in
def my_name(request: HttpRequest) -> HttpResponse:
    """Change my name."""
    form = NameForm(request.POST or None, initial={"name": person_of(request).name})
    if request.method == "POST" and form.is_valid():
        services.rename(person_of(request), form.cleaned_data["name"])
        messages.success(request, _("Je naam is bewaard."))
        return redirect("accounts:me")
    return render(request, "accounts/my_name.html", {"form": form})


@signed_in
def my_organisation(request: HttpRequest) -> HttpResponse:
    """Choose my organisation with consent, or take it back."""
    current = Organisation.objects.filter(
        memberships__user=person_of(request), memberships__ended_at=None
    ).first()
    form = MembershipForm(
        request.POST or None,
        initial={"organisation": current.uuid if current else None},
        consent_label=_("Ja, jullie mogen dit bewaren."),
    )
    if request.method == "POST" and form.is_valid():
        services.set_membership(
            person_of(request),
            form.cleaned_data["organisation"],
            actor=person_of(request),
            now=timezone.now(),
            consent_version=form.cleaned_data["consent_version"],
        )
        messages.success(request, _("Dat is bewaard."))
        return redirect("accounts:me")
    membership = Membership.objects.filter(user=person_of(request), ended_at=None).first()
    page = {"form": form, "has_membership": membership is not None}
    page["shares"] = membership is not None and membership.shares_status_since is not None
    return render(request, "accounts/my_organisation.html", page)


@require_POST
@signed_in
def share_status(request: HttpRequest) -> HttpResponse:
    """Let my contact person see whether I am matchable, or stop that."""
    form = SharingForm(request.POST)
    if form.is_valid():
        shares = form.cleaned_data["shares"] == "yes"
        services.share_status(person_of(request), shares=shares, now=timezone.now())
        done = (
            _("Je contactpersoon ziet nu of je inzetbaar bent.") if shares else _("Je deelt dit niet meer.")
        )
        messages.success(request, done)
    else:
        messages.warning(request, _("Dit lukte niet. Laad de pagina opnieuw."))
    return redirect("accounts:my_organisation")


@signed_in
def my_themes(request: HttpRequest) -> HttpResponse:
    """Choose the themes I want to think along about, or take them back."""
    chosen = Theme.objects.filter(themechoice__user=person_of(request))
    form = ThemesForm(request.POST or None, initial={"themes": chosen})
    if request.method == "POST" and form.is_valid():
        services.choose_themes(
            person_of(request),
            list(form.cleaned_data["themes"]),
            now=timezone.now(),
            consent_version=form.cleaned_data["consent_version"],
        )
        messages.success(request, _("Je keuze is bewaard."))
        return redirect("accounts:me")
    context = {"form": form, "has_themes": Theme.objects.exists(), "has_chosen": chosen.exists()}
    return render(request, "accounts/my_themes.html", context)
