"""Pure: may this file be opened as a Word document? Judged before anything in it is unpacked or parsed.

A docx is a zip of XML. What is refused: other kinds of files, programs inside, more than fits, one piece that
grows out of proportion (a bomb), and XML that defines words of its own or asks for other files (XXE).
"""

from typing import IO
from zipfile import BadZipFile, ZipFile, ZipInfo

from lms.courses.files.rules import kind_of

MOST_BYTES = 20 * 1024 * 1024
MOST_XML, MOST_UNPACKED, MOST_PARTS = 30 * 1024 * 1024, 100 * 1024 * 1024, 2_000
XML = (".xml", ".rels")
PLAIN, ODD_LETTERS = (b"<!DOCTYPE", b"<!ENTITY"), (b"\xff\xfe", b"\xfe\xff", b"\x00")


class NotReadableError(ValueError):
    """Raised for a file that is not opened; the text is a Dutch sentence for the person."""


def check(file: IO[bytes], size: int) -> None:
    """Raise NotReadableError for a file that is no harmless Word document; `size` is in bytes."""
    if size > MOST_BYTES:
        raise NotReadableError("Dit bestand is te groot. Het mag 20 MB zijn.")
    if not kind_of(file, {"docx"}):
        raise NotReadableError("Dit is geen Word-bestand (.docx). Bewaar het in Word als docx.")
    file.seek(0)
    try:
        with ZipFile(file) as archive:
            _check_parts(archive)
    except (BadZipFile, OSError, NotImplementedError, RuntimeError, EOFError, ValueError) as error:
        if isinstance(error, NotReadableError):
            raise
        raise NotReadableError("Dit Word-bestand is stuk. Open het in Word en bewaar het opnieuw.") from error
    file.seek(0)


def _check_parts(archive: ZipFile) -> None:
    parts = archive.infolist()
    xml = [part for part in parts if part.filename.lower().endswith(XML)]
    names = {part.filename for part in parts}
    is_too_much = (
        len(parts) > MOST_PARTS
        or sum(part.file_size for part in parts) > MOST_UNPACKED
        or sum(part.file_size for part in xml) > MOST_XML
    )
    if is_too_much or len(names) != len(parts):
        raise NotReadableError("In dit Word-bestand zit te veel. Verdeel het over meer bestanden.")
    for part in xml:
        _check_xml(archive, part)


def _check_xml(archive: ZipFile, part: ZipInfo) -> None:
    """Read no more than the part said it holds; what holds more is no honest file."""
    with archive.open(part) as opened:
        content = opened.read(part.file_size + 1)
    is_odd = any(sign in content for sign in PLAIN) or any(sign in content for sign in ODD_LETTERS)
    if is_odd or len(content) > part.file_size:
        raise NotReadableError("In dit Word-bestand zit iets vreemds. Bewaar het opnieuw in Word.")
