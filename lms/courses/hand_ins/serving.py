"""A file of somebody's work as an answer: never kept by the browser, powerless, and in parts when asked."""

from collections.abc import Iterator
from typing import IO

from django.http import FileResponse, Http404, HttpResponse, HttpResponseBase, StreamingHttpResponse

from lms.courses.hand_ins.models import HandInFile, private_files
from lms.courses.hand_ins.rules import byte_range

POWERLESS = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox"
PIECE = 64 * 1024


def as_answer(row: HandInFile, asked: str) -> HttpResponseBase:
    """Return the file, or the part that `asked` (the Range header) names. Raises Http404 when it is gone.

    A photo and a recording show in the page; anything else could only be a download.
    """
    try:
        file = private_files().open(str(row.file.name))
    except FileNotFoundError as error:
        raise Http404 from error
    response = _part(file, row, asked) or FileResponse(file)
    response["Content-Type"] = row.content_type
    ending = str(row.file.name).rpartition(".")[2]
    where = "inline" if row.content_type.startswith(("image/", "audio/")) else "attachment"
    response["Content-Disposition"] = f'{where}; filename="{row.kind}.{ending}"'
    response["Accept-Ranges"] = "bytes"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = POWERLESS
    response["Cache-Control"] = "no-store"
    return response


def _part(file: IO[bytes], row: HandInFile, asked: str) -> HttpResponseBase | None:
    try:
        wanted = byte_range(asked, row.size)
    except ValueError:
        file.close()
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{row.size}"})
    if wanted is None:
        return None
    response = StreamingHttpResponse(_pieces(file, wanted), status=206)
    response["Content-Length"] = str(len(wanted))
    response["Content-Range"] = f"bytes {wanted.start}-{wanted.stop - 1}/{row.size}"
    return response


def _pieces(file: IO[bytes], wanted: range) -> Iterator[bytes]:
    with file:
        file.seek(wanted.start)
        for at in range(wanted.start, wanted.stop, PIECE):
            yield file.read(min(PIECE, wanted.stop - at))
