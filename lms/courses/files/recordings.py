"""Pure: sound and film, judged by how they are built: mp3, mp4 and m4a, ogg, webm, wav.

Only as much is read as it takes to know that it is one, and whether there is something to see in it.
Sources: ISO/IEC 11172-3 (mp3), ISO/IEC 14496-12 (mp4), RFC 3533 (Ogg), RFC 8794 (EBML, of WebM), RIFF (wav).
"""

import os
from typing import IO

from lms.courses.files.boxes import BrokenError, boxes, elements

# Kilobits per second by the number in a frame's head: of MPEG 1, and of MPEG 2 and 2.5 (layer 3).
RATES = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
LOW_RATES = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
HERTZ = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}
FRAMES = 3
OGG_PAGE = b"OggS\x00"
OGG_SOUNDS = (b"OpusHead", b"\x01vorbis", b"\x7fFLAC")
WAV_CHUNKS = 16  # a recorder puts its notes in front of the sound
WAV_FORMATS = frozenset({1, 3, 0xFFFE})
EBML, SEGMENT, TRACKS = b"\x1a\x45\xdf\xa3", b"\x18\x53\x80\x67", b"\x16\x54\xae\x6b"
DOC_TYPE, TRACK, TRACK_TYPE = b"\x42\x82", b"\xae", b"\x83"
VIDEO, AUDIO = 1, 2


def is_mp3(file: IO[bytes]) -> bool:
    """Say whether a file is mp3: three frames in a row, behind its label with a title if it has one."""
    head = file.read(10)
    at = 0
    if head[:3] == b"ID3" and len(head) == 10:
        size = 0
        for byte in head[6:10]:
            size = size << 7 | byte & 0x7F
        at = 10 + size
    for _ in range(FRAMES):
        file.seek(at)
        length = _frame(file.read(4))
        if not length:
            return False
        at += length
    return at <= _size(file)


def _frame(head: bytes) -> int:
    """Return how long a frame of layer 3 is, or 0 when this is not the head of one."""
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE6 != 0xE2:
        return 0
    version, rate, hertz, padding = head[1] >> 3 & 3, head[2] >> 4, head[2] >> 2 & 3, head[2] >> 1 & 1
    if version not in HERTZ or not 0 < rate < len(RATES) or hertz == 3:
        return 0
    is_first = version == 3
    kilobits = (RATES if is_first else LOW_RATES)[rate]
    return (144 if is_first else 72) * kilobits * 1000 // HERTZ[version][hertz] + padding


def is_ogg(file: IO[bytes]) -> bool:
    """Say whether a file is Ogg that holds sound a browser plays."""
    head = file.read(27)
    if head[:5] != OGG_PAGE or len(head) < 27 or not head[5] & 2:
        return False
    lengths = file.read(head[26])
    return file.read(8).startswith(OGG_SOUNDS) and _follows(file, 27 + len(lengths) + sum(lengths))


def _follows(file: IO[bytes], at: int) -> bool:
    file.seek(at)
    return file.read(5) == OGG_PAGE


def is_wav(file: IO[bytes]) -> bool:
    """Say whether a file is wav: sound as it is, without a program to decode it."""
    start = file.read(12)
    if start[:4] != b"RIFF" or start[8:] != b"WAVE":
        return False
    if int.from_bytes(start[4:8], "little") + 8 > _size(file) + 1:  # a last odd byte may be left out
        return False
    at = 12
    for _ in range(WAV_CHUNKS):
        file.seek(at)
        head = file.read(10)
        if head[:4] == b"fmt ":
            return int.from_bytes(head[8:10], "little") in WAV_FORMATS
        length = int.from_bytes(head[4:8], "little")
        at += 8 + length + length % 2
    return False


def is_mp4(file: IO[bytes]) -> bool:
    """Say whether a file is mp4 with something to see or to hear."""
    return bool(_mp4_handlers(file) & {b"vide", b"soun"})


def is_mp4_sound(file: IO[bytes]) -> bool:
    """Say whether a file is mp4 with sound only, as the end m4a says."""
    handlers = _mp4_handlers(file)
    return b"soun" in handlers and b"vide" not in handlers


def mp4_shows(file: IO[bytes]) -> bool:
    """Say whether there is something to see in an mp4."""
    return b"vide" in _mp4_handlers(file)


def _mp4_handlers(file: IO[bytes]) -> set[bytes]:
    """Return what the tracks of an mp4 are for; nothing for another file."""
    try:
        outer = list(boxes(file, 0, _size(file)))
        if not outer or outer[0][0] != b"ftyp":
            return set()
        return {name for part in outer if part[0] == b"moov" for name in _handlers(file, part[1], part[2])}
    except BrokenError:
        return set()


def _handlers(file: IO[bytes], begin: int, end: int) -> list[bytes]:
    found = []
    for track, track_begin, track_end in boxes(file, begin, end):
        for media, media_begin, media_end in boxes(file, track_begin, track_end) if track == b"trak" else ():
            for name, at, _end in boxes(file, media_begin, media_end) if media == b"mdia" else ():
                if name == b"hdlr":
                    file.seek(at + 8)
                    found.append(file.read(4))
    return found


def is_webm(file: IO[bytes]) -> bool:
    """Say whether a file is WebM with something to see or to hear."""
    return bool(_webm_tracks(file) & {VIDEO, AUDIO})


def webm_shows(file: IO[bytes]) -> bool:
    """Say whether there is something to see in a WebM."""
    return VIDEO in _webm_tracks(file)


def _webm_tracks(file: IO[bytes]) -> set[int]:
    """Return the kinds of the tracks of a WebM; nothing for another file."""
    try:
        outer = elements(file, 0, _size(file))
        name, begin, end = next(outer, (b"", 0, 0))
        if name != EBML or _first(file, begin, end, DOC_TYPE).rstrip(b"\x00") != b"webm":
            return set()
        name, begin, end = next(outer, (b"", 0, 0))
        if name != SEGMENT:
            return set()
        return _track_types(file, begin, end)
    except BrokenError:
        return set()


def _track_types(file: IO[bytes], begin: int, end: int) -> set[int]:
    for name, tracks_begin, tracks_end in elements(file, begin, end):
        if name == TRACKS:
            tracks = [part for part in elements(file, tracks_begin, tracks_end) if part[0] == TRACK]
            return {int.from_bytes(_first(file, one[1], one[2], TRACK_TYPE), "big") for one in tracks}
    return set()


def _first(file: IO[bytes], begin: int, end: int, wanted: bytes) -> bytes:
    """Return the content of the first element with this name, at most 16 bytes; empty without one."""
    for name, at, last in elements(file, begin, end):
        if name == wanted:
            file.seek(at)
            return file.read(min(last - at, 16))
    return b""


def _size(file: IO[bytes]) -> int:
    return file.seek(0, os.SEEK_END)
