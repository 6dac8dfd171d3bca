"""From HTML to PDF/A-3a with tags: WeasyPrint, with fonts and style sheet kept between two documents."""

import atexit
import base64
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

from PIL import ImageFile

from lms.certification.certificates.paper import Attachment, Sheet
from lms.municipality.public import Letters, letters

VARIANT = {"pdf_variant": "pdf/a-3a", "pdf_tags": True}
Tell = Callable[[Sheet, int], None]


def draw(sheets: Sequence[Sheet], css: str, *, tell: Tell | None = None) -> bytes:
    """Draw each sheet on its own page or pages; one PDF. `tell` hears each sheet that was laid out.

    The title, the language and the files inside are those of the first sheet. Nothing is fetched: what a
    sheet shows stands in its HTML.
    """
    from weasyprint import HTML  # noqa: PLC0415  (takes a second to import)

    # It lets half a picture pass as a whole one, in this whole process; the judges of uploads must not.
    ImageFile.LOAD_TRUNCATED_IMAGES = False

    fonts, style, fetcher = _tools(css)
    documents = []
    for number, sheet in enumerate(sheets, start=1):
        page = HTML(string=sheet.html, url_fetcher=fetcher)
        documents.append(page.render(font_config=fonts, stylesheets=[style], **VARIANT))
        if tell is not None:
            tell(sheet, number)
    pages = [page for document in documents for page in document.pages]
    whole = documents[0] if len(documents) == 1 else documents[0].copy(pages)
    files = [_attached(each, sheets[0]) for each in sheets[0].attachments]
    made: bytes = whole.write_pdf(attachments=files, **VARIANT)
    return made


@lru_cache(maxsize=4)
def _tools(css: str) -> tuple[Any, Any, Any]:
    """The fonts, the parsed style sheet, and a fetcher that opens nothing but what is inside the page."""
    from weasyprint import CSS  # noqa: PLC0415  (see above)
    from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415
    from weasyprint.urls import URLFetcher  # noqa: PLC0415

    fonts = FontConfiguration()
    inside_only = URLFetcher(allowed_protocols=("data",), fail_on_errors=True)
    faces = "".join(map(_face, letters()))
    return fonts, CSS(string=faces + css, font_config=fonts, url_fetcher=inside_only), inside_only


def _face(found: Letters) -> str:
    address = f"data:font/ttf;base64,{base64.b64encode(found.content).decode()}"
    style = f'font-family: "{found.family}"; font-weight: {found.weight}; src: url("{address}")'
    return f"@font-face {{ {style} }}\n"


# Fonts must go before the interpreter does, or it complains at its end.
atexit.register(_tools.cache_clear)


def _attached(file: Attachment, sheet: Sheet) -> Any:
    from weasyprint import Attachment as Embedded  # noqa: PLC0415  (see above)

    return Embedded(
        string=file.content,
        name=file.name,
        description=file.description,
        created=sheet.issued_at,
        modified=sheet.issued_at,
        relationship="Supplement",
    )
