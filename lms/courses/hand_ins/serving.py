"""A file of somebody's work as an answer: never kept by the browser, powerless, and in parts when asked."""

from collections.abc import Iterator

from django.http import Http404, HttpResponse, HttpResponseBase, StreamingHttpResponse

from lms.courses.hand_ins.models import HandInFile, private_files
from lms.courses.hand_ins.rules import byte_range

POWERLESS = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox"
PIECE = 64 * 1024


def as_answer(row: HandInFile, asked: str) -> HttpResponseBase:
    """Return the file, or the part that `asked` (the Range header) names. Raises Http404 when it is gone.

    A photo and a recording show in the page; anything else could only be a download.
    """
    if not private_files().exists(str(row.file.name)):
        raise Http404
    response = _bytes_of(row, asked)
    response["Content-Type"] = row.content_type
    ending = str(row.file.name).rpartition(".")[2]
    where = "inline" if row.content_type.startswith(("image/", "audio/")) else "attachment"
    response["Content-Disposition"] = f'{where}; filename="{row.kind}.{ending}"'
    response["Accept-Ranges"] = "bytes"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = POWERLESS
    response["Cache-Control"] = "no-store"
    return response


def _bytes_of(row: HandInFile, asked: str) -> HttpResponseBase:
    try:
        wanted = byte_range(asked, row.size)
    except ValueError:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{row.size}"})
    part = wanted or range(row.size)
    response = StreamingHttpResponse(_pieces(str(row.file.name), part))
    response["Content-Length"] = str(len(part))
    if wanted is not None:
        response.status_code = 206
        response["Content-Range"] = f"bytes {part.start}-{part.stop - 1}/{row.size}"
    return response


def _pieces(name: str, wanted: range) -> Iterator[bytes]:
    """Yield the bytes; the file is opened when the first are asked for, and closed after the last."""
    with private_files().open(name) as file:
        file.seek(wanted.start)
        for at in range(wanted.start, wanted.stop, PIECE):
            yield file.read(min(PIECE, wanted.stop - at))
