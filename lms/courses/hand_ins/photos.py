"""Making a photo again: the picture stays, everything else that was in the file does not."""

from io import BytesIO
from typing import IO

from PIL import Image, ImageOps

from lms.courses.hand_ins.rules import Problem, Refused

# Enough for every phone of today; a small file can be a very large picture.
MOST_PIXELS = 50_000_000
LONGEST_SIDE = 2400  # handwriting on A4 stays easy to read
QUALITY = 85
WHITE = (255, 255, 255)
UNREADABLE = (OSError, ValueError, SyntaxError)
TOO_MANY_PIXELS = (Image.DecompressionBombError, Image.DecompressionBombWarning)


def made_again(file: IO[bytes], name: str) -> bytes:
    """Return a photo as a new JPEG, upright and at most 2400 pixels on a side, without place or device.

    Raises Refused for what is no photo, is broken, or has too many pixels.
    """
    try:
        file.seek(0)
        with Image.open(file, formats=("JPEG", "PNG", "WEBP")) as photo:
            width, height = photo.size
            if width * height > MOST_PIXELS:
                raise Refused(Problem.TOO_LARGE, name)
            photo.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
            ImageOps.exif_transpose(photo, in_place=True)
            photo.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
            return _as_jpeg(_on_white(photo))
    except Refused:
        raise
    except TOO_MANY_PIXELS as error:
        raise Refused(Problem.TOO_LARGE, name) from error
    except UNREADABLE as error:
        raise Refused(Problem.BROKEN, name) from error


def _on_white(photo: Image.Image) -> Image.Image:
    if not photo.has_transparency_data:
        return photo.convert("RGB")
    seen_through = photo.convert("RGBA")
    paper = Image.new("RGB", photo.size, WHITE)
    paper.paste(seen_through, mask=seen_through.getchannel("A"))
    return paper


def _as_jpeg(photo: Image.Image) -> bytes:
    made = BytesIO()
    photo.info = {}  # a comment or a color profile would go along
    photo.save(made, "JPEG", quality=QUALITY, optimize=True)
    return made.getvalue()
