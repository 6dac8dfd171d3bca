"""Pure: may this file be opened as a Word document? Judged before anything in it is unpacked or parsed.

A docx is a zip of XML. What is refused: other kinds of files, programs inside, more than fits, one piece that
grows out of proportion (a bomb), and XML that defines words of its own or asks for other files (XXE). The
document itself says which part is the text, so a part is XML when it looks like it, whatever its name.
"""

from typing import IO
from zipfile import BadZipFile, ZipFile, ZipInfo

from lms.courses.files.rules import kind_of

MOST_BYTES = 20 * 1024 * 1024
MOST_XML, MOST_UNPACKED, MOST_PARTS = 30 * 1024 * 1024, 100 * 1024 * 1024, 2_000
XML = (".xml", ".rels")
MOST_MARKS = 600_000
"""Elements and attributes: each becomes an object of half a kilobyte, so many would fill a server."""
BEGINS_XML = (b"<", b"\xff\xfe", b"\xfe\xff")
SPACE = b" \t\r\n\xef\xbb\xbf\x00"
PLAIN, ODD_LETTERS = (b"<!DOCTYPE", b"<!ENTITY"), (b"\xff\xfe", b"\xfe\xff", b"\x00")

TOO_MUCH = "In dit Word-bestand zit te veel. Verdeel het over meer bestanden."


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
    names = {part.filename for part in parts}
    if (
        len(parts) > MOST_PARTS
        or len(names) != len(parts)
        or sum(part.file_size for part in parts) > MOST_UNPACKED
    ):
        raise NotReadableError(TOO_MUCH)
    xml = [part for part in parts if _is_xml(archive, part)]
    if sum(part.file_size for part in xml) > MOST_XML:
        raise NotReadableError(TOO_MUCH)
    if sum(_marks(archive, part) for part in xml) > MOST_MARKS:
        raise NotReadableError(TOO_MUCH)


def _is_xml(archive: ZipFile, part: ZipInfo) -> bool:
    """Say whether a part is XML: by its name, or because it begins with `<`, with only space before."""
    if part.filename.lower().endswith(XML):
        return True
    with archive.open(part) as opened:
        content = opened.read(part.file_size).lstrip(SPACE)
    return content.startswith(BEGINS_XML)


def _marks(archive: ZipFile, part: ZipInfo) -> int:
    """Return how many elements and attributes a part has at most; raise NotReadableError for odd XML.

    Reads no more than the part said it holds; what holds more is no honest file.
    """
    with archive.open(part) as opened:
        content = opened.read(part.file_size + 1)
    is_odd = any(sign in content for sign in PLAIN) or any(sign in content for sign in ODD_LETTERS)
    if is_odd or len(content) > part.file_size:
        raise NotReadableError("In dit Word-bestand zit iets vreemds. Bewaar het opnieuw in Word.")
    return content.count(b"<") + content.count(b"=")
