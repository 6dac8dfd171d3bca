"""Media files in a course package: what a part may name."""

from dataclasses import replace

import pytest

from lms.packages import tree
from lms.packages.blocks import (
    AudioValue,
    Block,
    BlockValue,
    DownloadValue,
    ImageValue,
    TextValue,
    VideoValue,
)
from lms.packages.format import read_files, write_files
from lms.packages.rules import complaints
from tests.unit.packages.examples import problems_in, small_package

FILES = ("foto.jpg", "film.mp4", "geluid.mp3", "tekst.vtt", "blad.pdf")
UIDS = {name: f"00000000-0000-0000-0000-0000000000f{at}" for at, name in enumerate(FILES)}


def medium(name: str, **fields: str) -> tree.Medium:
    return tree.Medium(UIDS[name], name, "0" * 64, "Een tafel.", **fields)


def with_media(*values: BlockValue, **film: str) -> tree.Package:
    """Return the small package with one medium of every kind, and a lesson with these blocks."""
    package = small_package()
    module = package.modules[0]
    blocks = [Block(f"00000000-0000-0000-0000-0000000000e{n}", value) for n, value in enumerate(values)]
    lesson = replace(module.lessons[0], blocks=(*module.lessons[0].blocks, *blocks))
    media = tuple(medium(name, **(film if name == "film.mp4" else {})) for name in FILES)
    return replace(package, media=media, modules=(replace(module, lessons=(lesson,)),))


GOOD: list[BlockValue] = [
    ImageValue(UIDS["foto.jpg"], alt="Een tafel"),
    VideoValue(UIDS["film.mp4"], "Kijk"),
    AudioValue(UIDS["geluid.mp3"], "Luister"),
    DownloadValue(UIDS["blad.pdf"], "Neem mee"),
    TextValue("<p>Dag.</p>", recording=UIDS["geluid.mp3"]),
]


def test_it_reads_back_blocks_with_media() -> None:
    package = with_media(
        *GOOD, captions=UIDS["tekst.vtt"], poster=UIDS["foto.jpg"], transcript="Dag.\nTot ziens."
    )
    assert read_files(write_files(package)) == package


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("foto.jpg", "film.mp4", "‘film.mp4’ past niet bij ‘picture’. Daar hoort: gif, jpg, png, webp."),
        ("film.mp4", "geluid.mp3", "‘geluid.mp3’ past niet bij ‘recording’. Daar hoort: mp4, webm."),
        (
            "geluid.mp3",
            "blad.pdf",
            "‘blad.pdf’ past niet bij ‘recording’. Daar hoort: m4a, mp3, ogg, wav, webm.",
        ),
        ("blad.pdf", "foto.jpg", "‘foto.jpg’ past niet bij ‘file’. Daar hoort: docx, odt, pdf."),
    ],
)
def test_it_wants_a_medium_of_the_kind_that_the_block_shows(old: str, new: str, sentence: str) -> None:
    files = write_files(with_media(*GOOD))
    [path] = [path for path in files if "eerste-les" in path]
    told = problems_in(files | {path: files[path].replace(UIDS[old].encode(), UIDS[new].encode())})
    assert set(told) == {f"pakket: {sentence}"}


def test_it_wants_a_medium_that_is_listed() -> None:
    files = write_files(with_media(GOOD[0]))
    [path] = [path for path in files if "eerste-les" in path]
    [told] = problems_in(files | {path: files[path].replace(b"0000000000f0", b"0000000000aa")})
    assert told.endswith("Mediabestand ‘00000000-0000-0000-0000-0000000000aa’ bestaat niet in dit pakket.")


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"captions": "foto.jpg"}, "‘foto.jpg’ past niet bij ‘captions’. Daar hoort: vtt."),
        ({"poster": "geluid.mp3"}, "‘geluid.mp3’ past niet bij ‘poster’. Daar hoort: gif, jpg, png, webp."),
    ],
)
def test_it_wants_captions_and_a_poster_of_their_kind(fields: dict[str, str], sentence: str) -> None:
    good = {"captions": UIDS["tekst.vtt"], "poster": UIDS["foto.jpg"]}
    files = write_files(with_media(**good))
    [(name, file)] = fields.items()
    old, new = f"{name}: {good[name]}", f"{name}: {UIDS[file]}"
    head = files["package.yaml"].decode()
    assert old in head
    told = problems_in(files | {"package.yaml": head.replace(old, new).encode()})
    assert told == [f"pakket: {sentence}"]


@pytest.mark.parametrize("field", ["transcript", "captions", "poster"])
def test_it_wants_a_transcript_only_with_sound_and_film(field: str) -> None:
    assert complaints(replace(medium("film.mp4"), **{field: UIDS["tekst.vtt"]})) == []
    assert complaints(replace(medium("foto.jpg"), **{field: UIDS["tekst.vtt"]})) == [
        "Alleen geluid en film hebben uitgeschreven tekst, ondertitels of een beeld vooraf."
    ]
