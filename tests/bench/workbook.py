"""The workbook of the starter course as a PDF: seconds and MB, beside bare WeasyPrint of the same HTML."""

from django.conf import settings
from wagtail.models import Page
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from lms.courses.models import CoursePage, LessonPage
from lms.courses.prints import pdf
from lms.courses.prints.rendering import drawn, printable
from lms.courses.prints.selectors import Booklet, booklet_of
from lms.municipality.letters import FAMILIES, font_files
from tests.bench.figures import Figure
from tests.bench.measure import seconds


def workbook_figures(course: CoursePage) -> list[Figure]:
    """Read the course, write its HTML and draw the PDF: the seconds, and the MB of the file.

    The bare work is what WeasyPrint's documentation shows: the same HTML and style, the font files as they
    are, tagged; nothing is read, and the margins stay as WeasyPrint writes them.
    """
    page = printable(_booklet(course))
    lesson = LessonPage.objects.filter(path__startswith=course.path).order_by("path")[0]
    drawn(printable(_booklet(lesson)))  # what a process does once: importing, and taking the letters apart
    made: list[bytes] = []
    spent = seconds(lambda: made.append(drawn(printable(_booklet(course)))))
    bare = seconds(lambda: made.append(_bare(page.html, page.css)))
    size, bare_size = (round(len(each) / 1_000_000, 2) for each in made)
    return [
        Figure("workbook.s", round(spent, 2), "s", round(bare, 2)),
        Figure("workbook.mb", size, "MB", bare_size),
    ]


def _booklet(page: Page) -> Booklet:
    booklet = booklet_of(page)
    if booklet is None:
        raise RuntimeError("what is online can be printed")
    return booklet


def _bare(html: str, css: str) -> bytes:
    faces = "".join(
        f'@font-face {{ font-family: "{family}"; src: url("{path.as_uri()}") }}\n'
        for family, path in zip(FAMILIES, font_files(), strict=True)
    )
    fonts = FontConfiguration()
    sheet = CSS(string=faces + css, font_config=fonts)
    page = HTML(string=html, base_url=settings.SITE_URL)
    made: bytes = page.write_pdf(stylesheets=[sheet], font_config=fonts, **pdf.VARIANT)
    return made
