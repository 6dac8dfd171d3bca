"""From HTML to a tagged PDF (PDF/UA-1): WeasyPrint, with letters kept between two documents."""

import atexit
import base64
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from PIL import ImageFile

from lms.courses.prints.margins import as_artifacts
from lms.municipality.public import Letters, letters

VARIANT = {"pdf_variant": "pdf/ua-1", "pdf_tags": True}
Pictures = Mapping[str, Callable[[], bytes]]
"""How to read each picture of a page (JPEG), by its address. No other address is ever opened."""


def draw(html: str, css: str, *, base_url: str, pictures: Pictures) -> bytes:
    """Return the PDF of a page. A picture that cannot be read shows its words instead."""
    from weasyprint import CSS, HTML  # noqa: PLC0415  (takes a second to import)

    # It lets half a picture pass as a whole one, in this whole process; the judges of uploads must not.
    ImageFile.LOAD_TRUNCATED_IMAGES = False

    fonts, faces = _fonts()
    page = HTML(string=html, base_url=base_url, url_fetcher=_fetcher(pictures))
    return as_artifacts(page.write_pdf(font_config=fonts, stylesheets=[faces, CSS(string=css)], **VARIANT))


@lru_cache(maxsize=1)
def _fonts() -> tuple[Any, Any]:
    """The letters, and the style sheet that names them."""
    from weasyprint import CSS  # noqa: PLC0415  (see above)
    from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415
    from weasyprint.urls import URLFetcher  # noqa: PLC0415

    fonts = FontConfiguration()
    inside_only = URLFetcher(allowed_protocols=("data",), fail_on_errors=True)
    faces = "".join(map(_face, letters()))
    return fonts, CSS(string=faces, font_config=fonts, url_fetcher=inside_only)


def _face(found: Letters) -> str:
    address = f"data:font/ttf;base64,{base64.b64encode(found.content).decode()}"
    style = f'font-family: "{found.family}"; font-weight: {found.weight}; src: url("{address}")'
    return f"@font-face {{ {style} }}\n"


# Fonts must go before the interpreter does, or it complains at its end.
atexit.register(_fonts.cache_clear)


def _fetcher(pictures: Pictures) -> Any:
    from weasyprint.urls import URLFetcher, URLFetcherResponse  # noqa: PLC0415  (see above)

    class OnlyOurs(URLFetcher):
        def fetch(self, url: str, headers: Any = None) -> Any:
            read = pictures.get(url)
            if read is None:
                raise ValueError("this page opens nothing but its own pictures")
            return URLFetcherResponse(url, read(), {"Content-Type": "image/jpeg"})

    return OnlyOurs()
