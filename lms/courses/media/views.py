"""Give pictures, films and sound to who is signed in. They hold content, never anything about a person."""

from uuid import UUID

from django.core.files.storage import default_storage
from django.db.models import Q
from django.db.models.fields.files import FieldFile
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from lms.accounts.public import Role, role_required, signed_in
from lms.courses.files.rules import content_type
from lms.courses.files.serving import serve_file, version_of
from lms.courses.media.models import Picture, PictureRendition, Recording
from lms.courses.media.renditions import rendition_of

# Two addresses follow from the name of a file, also of what no lesson shows yet, and what the editor draws
# may hold what a camera wrote along. Learners get the others.
EDITORS = (Role.TRAINER, Role.ADMINISTRATOR)


@require_safe
@signed_in
def picture(request: HttpRequest, uid: UUID, width: int, form: str) -> HttpResponseBase:
    """Show a picture in one of the sizes that pages use; it is made at the first time."""
    found: Picture = get_object_or_404(Picture, uid=uid)
    made = rendition_of(found, width, form)
    if made is None:
        raise Http404
    return _serve(request, made.file.name, f"image/{form}", found.file.name)


@require_safe
@signed_in
def recording(request: HttpRequest, uid: UUID) -> HttpResponseBase:
    """Play a recording, from any place in it."""
    found = get_object_or_404(Recording, uid=uid)
    name = found.file.name or ""
    return _serve(request, name, content_type(name, found.kind), name)


@require_safe
@signed_in
def captions(request: HttpRequest, uid: UUID) -> HttpResponseBase:
    """Give the captions of a film."""
    found = get_object_or_404(Recording.objects.exclude(captions=""), uid=uid)
    name = found.captions.name or ""
    return _serve(request, name, "text/vtt; charset=utf-8", name)


@require_safe
@role_required(*EDITORS)
def rendition(request: HttpRequest, name: str) -> HttpResponseBase:
    """Show a picture in a size that the editor uses, at the address that Wagtail writes."""
    found = get_object_or_404(PictureRendition, file=f"images/{name}")
    file: FieldFile = found.file
    return serve_file(request, default_storage, file.name or "", kind=content_type(name))


@require_safe
@role_required(*EDITORS)
def upload(request: HttpRequest, name: str) -> HttpResponseBase:
    """Play a recording, or read its captions, at the address to which the form of the editor links."""
    stored = f"opnames/{name}"
    found = get_object_or_404(Recording, Q(file=stored) | Q(captions=stored))
    return serve_file(request, default_storage, stored, kind=content_type(stored, found.kind))


def _serve(request: HttpRequest, name: str, kind: str, version: str) -> HttpResponseBase:
    """Serve a file; who asks for the version that is there now, may keep it."""
    is_current = request.GET.get("v") == version_of(version)
    return serve_file(request, default_storage, name, kind=kind, keep=is_current)
