"""Read the scheme: what holds, which versions there are, and what differs between two of them."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from lms.accounts.public import person_of
from lms.certification.models import SchemeVersion
from lms.certification.readiness import RuleError, scheme_from_data
from lms.certification.readiness.compare import compare
from lms.certification.schemes.access import for_editor, for_reader
from lms.certification.schemes.choices import names_of
from lms.certification.schemes.downloads import as_download
from lms.certification.schemes.policies import may_edit_schemes
from lms.certification.schemes.selectors import (
    courses,
    scheme_page,
    shown,
    transition_words,
    uuid_or_none,
    version_of,
)
from lms.certification.schemes.template_services import share_with_course
from lms.courses.models import CoursePage
from lms.courses.public import course_items


class CompareForm(forms.Form):
    """Two versions."""

    old = forms.ModelChoiceField(SchemeVersion.objects.none(), label=_("De oude versie"), empty_label=None)
    new = forms.ModelChoiceField(SchemeVersion.objects.none(), label=_("De nieuwe versie"), empty_label=None)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # as they come
        versions = SchemeVersion.objects.order_by("-effective_on", "-pk")
        for name in ("old", "new"):
            field = self.fields[name]
            field.queryset = versions  # type: ignore[attr-defined]  # a ModelChoiceField
            field.error_messages["invalid_choice"] = _("Deze versie is er niet. Kies een andere.")


@require_safe
@for_reader
def scheme(request: HttpRequest) -> HttpResponse:
    """The scheme that holds today, as sentences; the versions; the drafts for who may change them."""
    may_edit = may_edit_schemes(request.user)
    page = scheme_page(timezone.localdate(), with_drafts=may_edit)
    return render(request, "certification/schemes/scheme.html", {"page": page, "may_edit": may_edit})


@require_safe
@for_reader
def version(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """One version, whatever day it holds on."""
    found = version_of(slug, number)
    page = {
        "version": found,
        "sections": shown(scheme_from_data(found.content)),
        "for_whom": transition_words(found),
        "may_edit": may_edit_schemes(request.user),
        "courses": courses(),
    }
    return render(request, "certification/schemes/version.html", page)


@require_safe
@for_reader
def comparison(request: HttpRequest) -> HttpResponse:
    """What differs between two versions, in sentences."""
    form = CompareForm(request.GET or None)
    page: dict[str, object] = {"form": form}
    if form.is_valid():
        old, new = (scheme_from_data(form.cleaned_data[name].content) for name in ("old", "new"))
        page |= {"differences": compare(old, new, names_of(old, new)), "is_compared": True}
    return render(request, "certification/schemes/comparison.html", page)


@require_POST
@for_editor
def share(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Let a version go with a course, in its package."""
    found = version_of(slug, number)
    page = CoursePage.objects.live().filter(uid=uuid_or_none(request.POST.get("course", ""))).first()
    if page is None:
        messages.warning(request, _("Kies een cursus die online is."))
        return redirect("certification:scheme_version", slug=slug, number=number)
    lessons = {str(uid) for uid in course_items(page).uids()}
    try:
        share_with_course(found, page.uid, lessons, actor=person_of(request), now=timezone.now())
        messages.success(request, _("Deze versie gaat nu mee met de cursus."))
    except RuleError as refusal:
        messages.warning(request, str(refusal))
    return redirect("certification:scheme_version", slug=slug, number=number)


@require_safe
@for_reader
def download(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """One version as a file."""
    found = version_of(slug, number)
    return as_download(scheme_from_data(found.content), f"versie-{found.number}")
