"""What a sheet of paper shows: the frozen content, the house style, where to check it and the code."""

import base64
import io
from dataclasses import dataclass
from datetime import datetime

import segno
from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse

from lms.certification.certificates.codes import paper_code
from lms.certification.certificates.rules import content_of
from lms.certification.certificates.signing_key import code_secret
from lms.certification.models import Certificate
from lms.municipality.public import current_settings

LONGEST_ADDRESS = 84  # of the letters of the address, on one line
LOGO = "max-900x300|format-png"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file inside the PDF: its name, kind (MIME), bytes, and what it is in a few Dutch words."""

    name: str
    mime: str
    content: bytes
    description: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """One certificate as HTML, the moment it was issued, and the files that belong in its PDF."""

    html: str
    issued_at: datetime
    attachments: tuple[Attachment, ...] = ()


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """How the paper looks in this municipality."""

    css: str
    logo: str


def house_style() -> HouseStyle:
    """The style sheet in the colours of the municipality, and its logo as a data address ("" without one)."""
    look = current_settings()
    colors = {"action": look.color_action, "heading": look.color_heading}
    return HouseStyle(render_to_string("pdf/certificate.css", colors), _logo(look.logo))


def sheet_of(certificate: Certificate, style: HouseStyle, attachments: tuple[Attachment, ...] = ()) -> Sheet:
    """The page of a certificate; nothing on it depends on the moment it is made."""
    address = check_address(certificate)
    words = address.partition("://")[2]
    page = {
        "number": certificate.number,
        "content": content_of(certificate.context),
        "logo": style.logo,
        "address": address,
        "address_words": words,
        "address_fits": len(words) <= LONGEST_ADDRESS,
        "code": paper_code(code_secret(), certificate.uuid.bytes),
        "qr": _qr(address),
    }
    return Sheet(render_to_string("pdf/certificate.html", page), certificate.issued_at, attachments)


def check_address(certificate: Certificate) -> str:
    """The public address where anybody can check a certificate."""
    place: str = reverse("check:certificate", kwargs={"uuid": certificate.uuid})
    return f"{settings.SITE_URL}{place}"


def _qr(address: str) -> str:
    drawing = io.BytesIO()
    segno.make(address, error="m", micro=False).save(drawing, kind="svg", xmldecl=False, border=0)
    return _data("image/svg+xml", drawing.getvalue())


def _logo(image: "object | None") -> str:
    if image is None:
        return ""
    rendition = image.get_rendition(LOGO)  # type: ignore[attr-defined]  # an image of Wagtail
    with rendition.file.open("rb") as file:
        return _data("image/png", file.read())


def _data(mime: str, content: bytes) -> str:
    return f"data:{mime};base64,{base64.b64encode(content).decode()}"
