"""A file of somebody's work as an answer: never kept by the browser, powerless, and in parts when asked."""

from django.http import HttpRequest, HttpResponseBase

from lms.courses.files.serving import serve_file
from lms.courses.hand_ins.models import HandInFile, private_files


def as_answer(request: HttpRequest, row: HandInFile) -> HttpResponseBase:
    """Return the file, or the part that the browser asks for. Raises Http404 when it is gone.

    A photo and a recording show in the page; anything else could only be a download.
    """
    name = str(row.file.name)
    response = serve_file(request, private_files(), name, kind=row.content_type)
    where = "inline" if row.content_type.startswith(("image/", "audio/")) else "attachment"
    response["Content-Disposition"] = f'{where}; filename="{row.kind}.{name.rpartition(".")[2]}"'
    response["Cache-Control"] = "no-store"
    return response
