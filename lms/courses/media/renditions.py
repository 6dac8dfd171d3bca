"""A picture in the size that a page asks for: made once, without what a camera writes along with it."""

from typing import Any

from wagtail.images.image_operations import FilterOperation

from lms.courses.media.models import Picture, PictureRendition
from lms.courses.media.rules import FORMATS, WIDTHS


class BareOperation(FilterOperation):
    """`bare` in a rendition: take out place, device and time; the picture has been turned upright already."""

    def construct(self) -> None:
        """Take no arguments."""

    def run(self, willow: Any, image: Any, env: Any) -> Any:
        """Return the picture without them."""
        for name in ("exif", "xmp", "XML:com.adobe.xmp"):
            willow.image.info.pop(name, None)
        return willow


def rendition_of(picture: Picture, width: int, form: str) -> PictureRendition | None:
    """Return a picture in one of our widths (pixels) and formats; None for others, or without a file."""
    if width not in WIDTHS or form not in FORMATS:
        return None
    if not picture.file.storage.exists(picture.file.name or ""):
        return None
    spec = f"width-{width}|bare|format-{form}" + ("|bgcolor-ffffff" if form == "jpeg" else "")
    made: PictureRendition = picture.get_rendition(spec)
    return made
