"""What a phone needs to keep the leerplein: a manifest, a service worker, a page without connection."""

import json

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from lms.courses.offline.middleware import KEEP, PERSON
from lms.municipality.public import current_settings

A_DAY = "public, max-age=86400"
ICONS = (("192x192", "any"), ("512x512", "any"), ("512x512", "maskable"))


@require_safe
def manifest(request: HttpRequest) -> HttpResponse:
    """Say how the leerplein looks on a home screen (W3C Web Application Manifest)."""
    house = current_settings(request)
    about = {
        "name": "Leerplein OCO",
        "short_name": "Leerplein",
        "description": _("Leren en oefenen voor vrijwilligers."),
        "lang": "nl",
        "dir": "ltr",
        "id": "/",
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "background_color": "#fbf8f2",
        "theme_color": house.color_action,
        "icons": [
            {
                "src": static(f"lms/icons/{purpose}-{size}.png"),
                "sizes": size,
                "type": "image/png",
                "purpose": purpose,
            }
            for size, purpose in ICONS
        ],
    }
    kind = "application/manifest+json; charset=utf-8"
    return HttpResponse(json.dumps(about), content_type=kind, headers={"Cache-Control": A_DAY})


@require_safe
def service_worker(request: HttpRequest) -> HttpResponse:
    """Serve the script that keeps opened lessons; a browser looks for a newer one at every visit."""
    names = {
        "offline_url": reverse("offline:page"),
        "static_url": static(""),
        "person_header": PERSON,
        "keep_header": KEEP,
    }
    script = render(
        request, "offline/service-worker.js", names, content_type="text/javascript; charset=utf-8"
    )
    script["Cache-Control"] = "public, no-cache"
    return script


@require_safe
def offline_page(request: HttpRequest) -> HttpResponse:
    """Show what to do without a connection; the browser keeps this page, so it holds nothing of anybody."""
    page = render(None, "offline/offline.html")
    page["Cache-Control"] = "public, no-cache"
    return page
