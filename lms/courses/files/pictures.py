"""Pure: pictures, judged by their first bytes. Who shows one makes it again first, in the size asked for."""

from typing import IO

JPEG = b"\xff\xd8\xff"
PNG = b"\x89PNG\r\n\x1a\n"
PNG_HEAD = b"\x00\x00\x00\x0dIHDR"


def is_jpeg(file: IO[bytes]) -> bool:
    """Say whether a file starts as a JPEG."""
    return file.read(len(JPEG)) == JPEG


def is_png(file: IO[bytes]) -> bool:
    """Say whether a file starts as a PNG, with its measures where they belong."""
    return file.read(len(PNG) + len(PNG_HEAD)) == PNG + PNG_HEAD


def is_webp(file: IO[bytes]) -> bool:
    """Say whether a file starts as a WebP."""
    start = file.read(15)
    return start[:4] == b"RIFF" and start[8:15] == b"WEBPVP8"


def is_gif(file: IO[bytes]) -> bool:
    """Say whether a file starts as a GIF."""
    return file.read(6) in {b"GIF87a", b"GIF89a"}
