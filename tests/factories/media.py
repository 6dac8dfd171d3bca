"""The smallest files that are what they say they are: made here byte by byte, so that nothing is copied."""

import io
import struct
import zipfile

from PIL import Image

VTT = b"WEBVTT\n\n00:00.000 --> 00:02.000\nWat fijn dat u er bent.\n"
PDF = b"%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF"


def picture(kind: str = "PNG", size: tuple[int, int] = (8, 6), color: str = "teal") -> bytes:
    """Draw a picture of one color; `kind` as Pillow names it."""
    drawn = io.BytesIO()
    Image.new("RGB", size, color).save(drawn, kind)
    return drawn.getvalue()


def archive(**parts: bytes) -> bytes:
    """Make a zip; `__` in a name stands for `/`."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        for name, content in parts.items():
            made.writestr(name.replace("__", "/"), content)
    return file.getvalue()


def word() -> bytes:
    """Make an empty docx."""
    return archive(**{"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"})


def odt() -> bytes:
    """Make an empty odt."""
    return archive(mimetype=b"application/vnd.oasis.opendocument.text", **{"content.xml": b"<o/>"})


def mp3(*, title: bytes = b"", frames: int = 3) -> bytes:
    """Make silent frames of 128 kbit/s at 44.1 kHz, with or without a label in front."""
    size = len(title)
    label = b"ID3\x04\x00\x00" + bytes([0, 0, size >> 7, size & 127]) + title if title else b""
    return label + (b"\xff\xfb\x90\x00" + b"\x00" * 413) * frames


def wav() -> bytes:
    """Make a tenth of a second of silence that a browser really plays."""
    sound = b"\x80" * 800
    head = b"WAVEfmt " + struct.pack("<IHHIIHH", 16, 1, 1, 8000, 8000, 1, 8)
    body = head + b"data" + struct.pack("<I", len(sound)) + sound
    return b"RIFF" + struct.pack("<I", len(body)) + body


def ogg(first: bytes = b"OpusHead\x01\x01") -> bytes:
    """Make two pages of Ogg."""

    def page(kind: int, content: bytes) -> bytes:
        return b"OggS\x00" + bytes([kind]) + b"\x00" * 20 + b"\x01" + bytes([len(content)]) + content

    return page(2, first) + page(4, b"OpusTags")


def box(name: bytes, *parts: bytes) -> bytes:
    """Make one box of an mp4."""
    content = b"".join(parts)
    return struct.pack(">I", 8 + len(content)) + name + content


def mp4(*handlers: bytes) -> bytes:
    """Make an mp4 with tracks of these kinds (`vide`, `soun`)."""
    tracks = [box(b"trak", box(b"mdia", box(b"hdlr", b"\x00" * 8 + one + b"\x00" * 13))) for one in handlers]
    return box(b"ftyp", b"isom\x00\x00\x02\x00isom") + box(b"moov", *tracks) + box(b"mdat", b"\x00" * 8)


def element(name: bytes, *parts: bytes, unknown: bool = False) -> bytes:
    """Make one element of EBML, with a size or (as a recorder does) without."""
    content = b"".join(parts)
    size = b"\x01" + b"\xff" * 7 if unknown else struct.pack(">I", len(content) | 0x10000000)
    return name + size + content


def webm(*types: int, doc_type: bytes = b"webm", unknown: bool = False) -> bytes:
    """Make a WebM with tracks of these types (1 film, 2 sound)."""
    tracks = [element(b"\xae", element(b"\x83", bytes([one]))) for one in types]
    segment = element(
        b"\x18\x53\x80\x67",
        element(b"\x15\x49\xa9\x66", b""),
        element(b"\x16\x54\xae\x6b", *tracks),
        unknown=unknown,
    )
    return element(b"\x1a\x45\xdf\xa3", element(b"\x42\x82", doc_type)) + segment


GOOD: dict[str, bytes] = {
    "plan.pdf": PDF,
    "plan.docx": word(),
    "plan.odt": odt(),
    "PLAN.PDF": PDF,
    "foto.jpg": picture("JPEG"),
    "foto.jpeg": picture("JPEG"),
    "foto.png": picture("PNG"),
    "foto.webp": picture("WEBP"),
    "foto.gif": picture("GIF"),
    "praat.mp3": mp3(),
    "praat2.mp3": mp3(title=b"TIT2" + b"\x00" * 200),
    "praat.wav": wav(),
    "notes.wav": wav()
    .replace(b"WAVEfmt ", b"WAVEJUNK\x02\x00\x00\x00xxfmt ")
    .replace(struct.pack("<I", len(wav()) - 8), struct.pack("<I", len(wav()) + 2), 1),
    "praat.ogg": ogg(),
    "praat.oga": ogg(b"\x01vorbis\x00\x00"),
    "praat.m4a": mp4(b"soun"),
    "film.mp4": mp4(b"vide", b"soun"),
    "geluid.mp4": mp4(b"soun"),
    "film.webm": webm(1, 2),
    "geluid.webm": webm(2),
    "opname.webm": webm(2, unknown=True),
    "film.vtt": VTT,
    "windows.vtt": b"\xef\xbb\xbf" + VTT.replace(b"\n", b"\r\n"),
}
