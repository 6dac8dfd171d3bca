"""The margins of a tagged PDF: what stands on every page (names, page numbers) is no content.

WeasyPrint marks the text of margin boxes as content and leaves it out of the structure. PDF/UA-1 (ISO 14289,
7.1) asks that all content is either in the structure or an artifact, so that nobody hears it on every page.
"""

import io
import re
from typing import Any

import pikepdf

MARKED = re.compile(rb"/\w+\s*<<\s*/MCID (\d+)\s*>>\s*BDC")
ARTIFACT = b"/Artifact BMC"


def as_artifacts(content: bytes) -> bytes:
    """Return the PDF in which marked content that no structure holds is an artifact. Same in, same out."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        held = _held(pdf)
        for page in pdf.pages:
            mine = held.get(page.obj.objgen, set())

            def named(found: re.Match[bytes], mine: set[int] = mine) -> bytes:
                return found[0] if int(found[1]) in mine else ARTIFACT

            page.Contents = pdf.make_stream(MARKED.sub(named, page.Contents.read_bytes()))
        done = io.BytesIO()
        pdf.save(done, deterministic_id=True, fix_metadata_version=False, compress_streams=True)
    return done.getvalue()


def _held(pdf: pikepdf.Pdf) -> dict[Any, set[int]]:
    """Return the numbers of the marked content in the structure, by page."""
    held: dict[Any, set[int]] = {}
    waiting: list[tuple[Any, Any]] = [(pdf.Root.StructTreeRoot, None)]
    while waiting:
        element, page = waiting.pop()
        page = element.get("/Pg", page)
        kids = element.get("/K", pikepdf.Array())
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, pikepdf.Dictionary):
                waiting.append((kid, page))
            elif page is not None:
                held.setdefault(page.objgen, set()).add(int(kid))
    return held
