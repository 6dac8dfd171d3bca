"""Give a file to a browser, whole or in part, in a way that lets nothing inside it run."""

import hashlib
from collections.abc import Callable, Iterator
from functools import partial

from django.core.files.storage import Storage
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    StreamingHttpResponse,
)
from django.utils.cache import get_conditional_response

from lms.courses.files.ranges import UnsatisfiableError, part_of

POWERLESS = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox"
PIECE = 64 * 1024
YEAR = 365 * 24 * 3600


def version_of(name: str) -> str:
    """Return 8 hex digits that stand for the content of a stored file: storage never writes a name twice."""
    return hashlib.sha256(name.encode()).hexdigest()[:8]


def serve_file(
    request: HttpRequest, storage: Storage, name: str, *, kind: str, keep: bool = False
) -> HttpResponseBase:
    """Return the stored file `name` of type `kind`, or the part that the browser asks for.

    `keep` lets this browser (no other cache) keep it: only for what is the same for everybody, at an address
    that changes with the content. Raises Http404 for a file that is gone.
    """
    try:
        size = storage.size(name)
    except (OSError, ValueError) as error:
        raise Http404 from error
    etag = f'"{version_of(name)}-{size}"'
    unchanged = get_conditional_response(request, etag=etag)
    response = unchanged or _answer(request, partial(_pieces, storage, name), size, etag)
    return _described(response, kind, etag, keep=keep)


Pieces = Callable[[int, int], Iterator[bytes]]


def _answer(request: HttpRequest, pieces: Pieces, size: int, etag: str) -> HttpResponseBase:
    is_same = request.headers.get("If-Range", etag) == etag
    try:
        part = part_of(request.headers.get("Range", ""), size) if is_same else None
    except UnsatisfiableError:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    if part is None:
        return StreamingHttpResponse(pieces(0, size), headers={"Content-Length": str(size)})
    first, last = part
    length = last - first + 1
    headers = {"Content-Range": f"bytes {first}-{last}/{size}", "Content-Length": str(length)}
    return StreamingHttpResponse(pieces(first, length), status=206, headers=headers)


def _pieces(storage: Storage, name: str, first: int, length: int) -> Iterator[bytes]:
    """Yield `length` bytes; the file is opened when the first are asked for, so never for nothing."""
    with storage.open(name, "rb") as file:
        file.seek(first)
        while length and (piece := file.read(min(PIECE, length))):
            length -= len(piece)
            yield piece


def _described(response: HttpResponseBase, kind: str, etag: str, *, keep: bool) -> HttpResponseBase:
    response["Content-Type"] = kind
    response["Accept-Ranges"] = "bytes"
    response["ETag"] = etag
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = POWERLESS
    if keep:
        response["Cache-Control"] = f"private, max-age={YEAR}, immutable"
    return response
