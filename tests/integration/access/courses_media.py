"""The addresses of pictures and recordings: for who is signed in; those of the editor for who writes."""

from typing import Any

from tests.factories import course_media as make
from tests.integration.access.rows import Row, World


def picture(world: World) -> dict[str, Any]:
    """Return a picture in one of its sizes."""
    return {"uid": make.picture().uid, "width": 320, "form": "webp"}


def recording(world: World) -> dict[str, Any]:
    """Return a film."""
    return {"uid": make.recording().uid}


def rendition(world: World) -> dict[str, Any]:
    """Return a picture as the editor sees it."""
    return {"name": make.picture().get_rendition("max-165x165").file.name.removeprefix("images/")}


def upload(world: World) -> dict[str, Any]:
    """Return the file of a recording as the editor links to it."""
    return {"name": (make.recording().file.name or "").removeprefix("opnames/")}


EVERYBODY = {"visitor": 302, "noor": 200, "femke": 200, "koen": 200, "vera": 200}
EDITORS = EVERYBODY | {"noor": 404, "koen": 404, "vera": 404}
ROWS = {
    "media:picture": Row(**EVERYBODY, arrange=picture),
    "media:recording": Row(**EVERYBODY, arrange=recording),
    "media:captions": Row(**EVERYBODY, arrange=recording),
    "media:upload": Row(**EDITORS, arrange=upload),
    "media:rendition": Row(**EDITORS, arrange=rendition),
}
