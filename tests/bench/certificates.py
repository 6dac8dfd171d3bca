"""Certificates per second: from a row in the database to a signed PDF in it, beside bare WeasyPrint."""

import uuid
from datetime import date, datetime

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from lms.accounts.models import User
from lms.certification.certificates import pdf
from lms.certification.certificates.paper import house_style, sheet_of
from lms.certification.certificates.rendering import pdf_of, render
from lms.certification.certificates.rules import (
    AtIssue,
    Issued,
    Issuer,
    Participation,
    Share,
    freeze,
    participation_data,
)
from lms.certification.models import Certificate, Rendering
from lms.certification.rules import PARTICIPATION
from lms.municipality.letters import FAMILIES, font_files
from tests.bench.figures import Figure
from tests.bench.measure import seconds

WORDS = "Ik leerde eerst te luisteren en dan pas iets te zeggen. " * 6


def certificates_figure(people: list[User], now: datetime) -> Figure:
    """Draw and sign a certificate of each of these people, in turn with bare WeasyPrint of the same page.

    The bare work is what WeasyPrint's own documentation shows: the same HTML, the same style sheet, the font
    files as they are, PDF/A-3a with tags; no signature and no database.
    """
    rows = [_waiting(person, number, now) for number, person in enumerate(people, start=1)]
    style = house_style()
    pages = [sheet_of(row.certificate, style).html for row in rows if row.certificate]
    pdf_of(rows[0].certificate)  # what a process does once: importing, and taking the letters apart
    _bare(pages[0], style.css)
    ours = bare = 0.0
    for row, page in zip(rows, pages, strict=True):
        ours += seconds(lambda row=row: render(row.uuid, now))
        bare += seconds(lambda page=page: _bare(page, style.css))
    if Rendering.objects.filter(pk__in=[row.pk for row in rows], state="ready").count() != len(rows):
        raise RuntimeError("not every certificate was drawn")
    Rendering.objects.filter(pk__in=[row.pk for row in rows]).delete()
    Certificate._base_manager.filter(pk__in=[row.certificate_id for row in rows]).delete()
    return Figure("certificates.per_s", round(len(rows) / ours, 1), "/s", round(len(rows) / bare, 1))


def _waiting(person: User, number: int, now: datetime) -> Rendering:
    done = Participation(
        meetings=Share(3, 4),
        minutes=540,
        lessons=Share(20, 24),
        modules=Share(5, 6),
        starts_on=date(2026, 9, 3),
        ends_on=date(2026, 11, 12),
    )
    issued = Issued(
        kind=PARTICIPATION,
        name=person.name,
        issuer=Issuer(network="OCO Almere", municipality="Almere", signer="Koen Bos, coördinator"),
        issued_on=now.date(),
        facts=participation_data(done, "Basistraining OCO", "Najaar 2026"),
        words=WORDS.strip(),
        at_issue=AtIssue(),
    )
    made = Certificate.objects.create(
        submission=uuid.uuid4(),
        number=number,
        person=person,
        kind=PARTICIPATION,
        context=freeze(issued),
        issued_at=now,
    )
    return Rendering.objects.create(certificate=made, asked_at=now)


def _bare(html: str, css: str) -> bytes:
    faces = "".join(
        f'@font-face {{ font-family: "{family}"; src: url("{path.as_uri()}") }}\n'
        for family, path in zip(FAMILIES, font_files(), strict=True)
    )
    fonts = FontConfiguration()
    sheet = CSS(string=faces + css, font_config=fonts)
    made: bytes = HTML(string=html).write_pdf(stylesheets=[sheet], font_config=fonts, **pdf.VARIANT)
    return made
