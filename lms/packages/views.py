"""Begin a course from the example, in the Wagtail admin."""

from typing import cast

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from lms.accounts.models import User
from lms.courses.models import HomePage
from lms.packages.example import begin_course
from lms.packages.forms import NewCourseForm


@require_http_methods(["GET", "POST"])
def new_course(request: HttpRequest) -> HttpResponse:
    """Ask for a name, and make drafts of the example with it."""
    person = cast(User, request.user)
    home = HomePage.objects.first()
    if home is None or not home.permissions_for_user(person).can_add_subpage():
        raise PermissionDenied
    form = NewCourseForm(request.POST) if request.method == "POST" else NewCourseForm()
    if form.is_valid():
        given = form.cleaned_data
        course = begin_course(given["submission"], given["title"], actor=person, now=timezone.now())
        messages.success(request, _("Je cursus staat klaar als concept. Verander alle woorden."))
        return redirect("wagtailadmin_explore", course.pk)
    title = _("Nieuwe cursus vanaf een voorbeeld")
    crumbs = [
        {"url": reverse("wagtailadmin_home"), "label": _("Begin")},
        {"url": reverse("new_course"), "label": title},
    ]
    shown = {"page_title": title, "header_title": title, "header_icon": "copy", "breadcrumbs_items": crumbs}
    return TemplateResponse(request, "packages/new_course.html", {**shown, "form": form})
