"""From a Word document to drafts, in the Wagtail admin: choose, look at what was understood, make.

The admin's door lets trainers and administrators in; which modules one may write in, Wagtail's rights say.
"""

from pathlib import PurePath
from typing import Any, cast
from uuid import UUID, uuid4

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from lms.accounts.models import User
from lms.accounts.public import is_too_often
from lms.courses.pages.models import ModulePage
from lms.courses.pages.policies import may_write
from lms.courses.word_import.convert import Document
from lms.courses.word_import.envelope import MOST_BYTES, NotReadableError
from lms.courses.word_import.forms import ModuleForm, UploadForm
from lms.courses.word_import.selectors import modules_of, notes_of, rows_of
from lms.courses.word_import.services import GoneError, keep_upload, lessons_of, look_again, make_drafts

NAMES, MOST_NAMES = "word_uploads", 5
"""The session knows the documents that this person brought, by id: their names; nobody else can open them."""


@require_http_methods(["GET", "POST"])
def choose(request: HttpRequest) -> HttpResponse:
    """Ask for a Word document and read it."""
    _let_writers_in(request)
    is_sent = request.method == "POST"
    form = UploadForm(request.POST, request.FILES) if is_sent else UploadForm()
    if is_sent and form.is_valid() and is_too_often(request, "word_import"):
        form.add_error(
            "document", _("Je las net veel bestanden in. Wacht een minuut en probeer het opnieuw.")
        )
    elif is_sent and form.is_valid():
        file, upload = form.cleaned_data["document"], uuid4()
        name = PurePath(file.name).stem[:100] or _("Zonder naam")
        try:
            keep_upload(upload, file.read(MOST_BYTES + 1), name)
        except NotReadableError as refusal:
            form.add_error("document", str(refusal))
        else:
            known = list(request.session.get(NAMES, {}).items())[-MOST_NAMES + 1 :]
            request.session[NAMES] = {**dict(known), str(upload): name}
            return redirect("word_import_check", upload)
    return _page(request, "word_import/choose.html", form=form)


@require_http_methods(["GET", "POST"])
def check(request: HttpRequest, upload: UUID) -> HttpResponse:
    """Show what was understood of the document; make drafts of it in the module that is chosen."""
    _let_writers_in(request)
    name = request.session.get(NAMES, {}).get(str(upload))
    if name is None:
        return _not_there(request)
    person = cast(User, request.user)
    sent = request.POST if request.method == "POST" else None
    form = ModuleForm(sent, modules=modules_of(person))
    try:
        if request.method == "POST" and form.is_valid():
            return _make(request, upload, form.cleaned_data["module"], name)
        document = look_again(upload, name)
    except GoneError:
        return _not_there(request, upload)
    return _page(request, "word_import/check.html", form=form, **_shown(upload, document, name))


def _make(request: HttpRequest, upload: UUID, module: int, name: str) -> HttpResponse:
    page = get_object_or_404(ModulePage, pk=module)
    made = make_drafts(upload, page, name, actor=cast(User, request.user), now=timezone.now())
    sentence = ngettext(
        "%(count)d les staat klaar als concept.", "%(count)d lessen staan klaar als concept.", len(made)
    )
    messages.success(request, sentence % {"count": len(made)})
    return redirect("wagtailadmin_explore", made[0].get_parent().pk if made else page.pk)


def _shown(upload: UUID, document: Document, name: str) -> dict[str, Any]:
    reading = document.reading
    return {"name": name, "rows": rows_of(upload, reading), "notes": notes_of(reading.notes)}


def _not_there(request: HttpRequest, upload: UUID | None = None) -> HttpResponse:
    """Say that the document is gone; when it became drafts already, go there."""
    made = lessons_of(upload) if upload else []
    if made:
        messages.info(request, _("Van dit bestand zijn al lessen gemaakt."))
        return redirect("wagtailadmin_explore", made[0].get_parent().pk)
    messages.warning(request, _("Dit bestand is er niet meer. Kies het opnieuw."))
    return redirect("word_import_choose")


def _let_writers_in(request: HttpRequest) -> None:
    if not may_write(request.user):
        raise PermissionDenied


def _page(request: HttpRequest, template: str, **context: Any) -> HttpResponse:
    title = _("Les uit een Word-bestand")
    crumbs = [
        {"url": reverse("wagtailadmin_home"), "label": _("Begin")},
        {"url": reverse("word_import_choose"), "label": title},
    ]
    shown = {
        "page_title": title,
        "header_title": title,
        "header_icon": "doc-full",
        "breadcrumbs_items": crumbs,
    }
    return TemplateResponse(request, template, {**shown, **context})
