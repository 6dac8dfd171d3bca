"""Pages everybody may see: house style, two statements, where to report a leak, is all well."""

from datetime import timedelta

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from lms.municipality.rules import version_of
from lms.municipality.selectors import current_settings, health, help_block, style_sheet

FOR_EVER = "public, max-age=31536000, immutable"
SECURITY_PERMISSION = "municipality.change_municipalitysettings"


@require_safe
def house_style(request: HttpRequest, version: str) -> HttpResponse:
    """Serve the municipality's colours; the address changes with them, so a browser may keep it."""
    style = style_sheet(current_settings(request))
    if not style or version != version_of(style):
        raise Http404
    headers = {"Cache-Control": FOR_EVER, "ETag": f'"{version}"'}
    if request.headers.get("If-None-Match") == headers["ETag"]:
        return HttpResponse(status=304, headers=headers)
    return HttpResponse(style, content_type="text/css; charset=utf-8", headers=headers)


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """Show the accessibility statement."""
    return render(request, "municipality/accessibility.html")


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """Show what happens with people's data, in plain words."""
    return render(request, "municipality/privacy.html")


@require_safe
def security_txt(request: HttpRequest) -> HttpResponse:
    """Say where to report a leak (RFC 9116); 404 while nobody filled in where."""
    contact = settings.SECURITY_CONTACT or help_block(current_settings(request)).phone_uri
    if not contact:
        raise Http404
    expires = (timezone.now() + timedelta(days=180)).strftime("%Y-%m-%dT00:00:00Z")
    here = settings.SITE_URL + reverse("municipality:security_txt")
    lines = (
        f"Contact: {contact}",
        f"Expires: {expires}",
        "Preferred-Languages: nl, en",
        f"Canonical: {here}",
    )
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@require_safe
def healthy(request: HttpRequest) -> HttpResponse:
    """Answer 200 when database, cache and worker work, else 503; administrators read which part."""
    state = health(timezone.now())
    text = "goed" if state.is_good else "niet goed"
    if state.database and request.user.has_perm(SECURITY_PERMISSION):
        text = f"database: {state.database}\ncache: {state.cache}\nwerker: {state.worker}"
    return HttpResponse(
        text + "\n",
        status=200 if state.is_good else 503,
        content_type="text/plain; charset=utf-8",
        headers={"Cache-Control": "no-store"},
    )
