"""Pure: captions of a film in WebVTT (W3C, WebVTT: The Web Video Text Tracks Format, section 4.1)."""

import re
from typing import IO

MAX_BYTES = 1024 * 1024
_HEAD = re.compile(r"\ufeff?WEBVTT(?:[ \t][^\n]*)?(?:\n|$)")
_TIME = r"(?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3}"
_CUE = re.compile(rf"^({_TIME})[ \t]+-->[ \t]+({_TIME})(?:[ \t][^\n]*)?\n[^\n]+", re.MULTILINE)


def is_webvtt(file: IO[bytes]) -> bool:
    """Say whether a file is captions: UTF-8, at most 1 MB, a first line, at least one cue with words."""
    content = file.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES or b"\x00" in content:
        return False
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return bool(_HEAD.match(text)) and bool(_CUE.search(text))
