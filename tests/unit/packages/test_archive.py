import os
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from lms.packages import archive
from lms.packages.archive import read_folder, read_media, write_folder
from lms.packages.problems import PackageError
from lms.packages.tree import Medium, Package
from tests.unit.packages.examples import LESSON, small_package

PICTURE = b"not really a picture"


def with_picture(package: Package) -> Package:
    uid = "00000000-0000-0000-0000-0000000000ff"
    return replace(package, media=(Medium(uid, "trap.png", sha256(PICTURE).hexdigest(), "een hoge trap"),))


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_it_reads_the_folder_it_wrote(tmp_path: Path) -> None:
    write_folder(small_package(), tmp_path / "cursus")
    assert read_folder(tmp_path / "cursus") == small_package()


def test_it_writes_the_same_bytes_the_second_time(tmp_path: Path) -> None:
    write_folder(small_package(), tmp_path)
    first = contents(tmp_path)
    write_folder(read_folder(tmp_path), tmp_path)
    assert contents(tmp_path) == first


def test_it_removes_what_the_new_version_no_longer_has(tmp_path: Path) -> None:
    write_folder(with_picture(small_package()), tmp_path, {"trap.png": PICTURE})
    write_folder(replace(small_package(), modules=(), methods=()), tmp_path)
    assert sorted(contents(tmp_path)) == ["course.yaml", "package.yaml"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["course.yaml", "package.yaml"]


def test_it_never_touches_a_folder_that_is_not_a_package(tmp_path: Path) -> None:
    (tmp_path / "dagboek.yaml").write_text("lief: dagboek")
    with pytest.raises(PackageError, match="is geen cursuspakket"):
        write_folder(small_package(), tmp_path)
    assert contents(tmp_path) == {"dagboek.yaml": b"lief: dagboek"}


def test_it_never_removes_a_file_it_does_not_know(tmp_path: Path) -> None:
    write_folder(small_package(), tmp_path)
    (tmp_path / "notitie.txt").write_text("bewaren")
    with pytest.raises(PackageError, match=r"notitie\.txt: Dit bestand hoort niet in een cursuspakket"):
        write_folder(replace(small_package(), methods=()), tmp_path)
    assert (tmp_path / "methods").is_dir()


@pytest.mark.parametrize("place", [LESSON, "modules/02-elders"])
def test_it_refuses_symbolic_links(tmp_path: Path, place: str) -> None:
    folder, outside = tmp_path / "cursus", tmp_path / "buiten"
    outside.mkdir()
    write_folder(small_package(), folder)
    (folder / place).unlink(missing_ok=True)
    (folder / place).symlink_to(outside)
    with pytest.raises(PackageError, match=f"{place}: Dit is een snelkoppeling"):
        read_folder(folder)
    with pytest.raises(PackageError, match=f"{place}: Dit is een snelkoppeling"):
        write_folder(small_package(), folder)
    assert list(outside.iterdir()) == []


def test_it_refuses_what_is_not_a_plain_file(tmp_path: Path) -> None:
    write_folder(small_package(), tmp_path)
    os.mkfifo(tmp_path / "pijp.yaml")
    with pytest.raises(PackageError, match=r"pijp\.yaml: Dit is geen gewoon bestand"):
        read_folder(tmp_path)


def test_it_refuses_a_text_file_that_is_too_big(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_folder(small_package(), tmp_path)
    biggest = max(len(content) for content in contents(tmp_path).values())
    monkeypatch.setattr(archive, "MAX_TEXT_BYTES", biggest)
    assert read_folder(tmp_path) == small_package()
    monkeypatch.setattr(archive, "MAX_TEXT_BYTES", biggest - 1)
    with pytest.raises(PackageError, match="Dit bestand is te groot"):
        read_folder(tmp_path)


def test_it_refuses_too_many_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_folder(small_package(), tmp_path)
    monkeypatch.setattr(archive, "MAX_FILES", len(contents(tmp_path)))
    assert read_folder(tmp_path) == small_package()
    monkeypatch.setattr(archive, "MAX_FILES", len(contents(tmp_path)) - 1)
    with pytest.raises(PackageError, match="te veel bestanden"):
        read_folder(tmp_path)


def test_it_refuses_a_package_that_is_too_big(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_folder(small_package(), tmp_path)
    monkeypatch.setattr(archive, "MAX_TOTAL_BYTES", sum(map(len, contents(tmp_path).values())) - 1)
    with pytest.raises(PackageError, match="Het pakket is te groot"):
        read_folder(tmp_path)


def test_it_says_so_when_there_is_no_folder(tmp_path: Path) -> None:
    with pytest.raises(PackageError, match="Deze map bestaat niet"):
        read_folder(tmp_path / "weg")


def test_it_keeps_media_files(tmp_path: Path) -> None:
    package = with_picture(small_package())
    write_folder(package, tmp_path, {"trap.png": PICTURE})
    assert read_folder(tmp_path) == package
    assert read_media(tmp_path) == {"trap.png": PICTURE}


@pytest.mark.parametrize(
    ("media", "sentence"),
    [
        ({}, "media/trap.png: Dit mediabestand ontbreekt."),
        ({"trap.png": b"anders"}, "media/trap.png: De inhoud van dit bestand past niet bij de sha256."),
        ({"trap.png": PICTURE, "../x": b""}, "media/../x: Dit mediabestand staat niet in package.yaml."),
    ],
)
def test_it_refuses_media_that_do_not_match_the_list(
    tmp_path: Path, media: dict[str, bytes], sentence: str
) -> None:
    with pytest.raises(PackageError) as caught:
        write_folder(with_picture(small_package()), tmp_path, media)
    assert str(caught.value) == sentence
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("file", ["../trap.png", "/trap.png", "a/trap.png", "trap.svg", "Trap.png", ".png"])
def test_it_refuses_a_media_name_that_could_leave_the_folder(tmp_path: Path, file: str) -> None:
    package = with_picture(small_package())
    package = replace(package, media=(replace(package.media[0], file=file),))
    with pytest.raises(PackageError, match="geen goede bestandsnaam"):
        write_folder(package, tmp_path / "cursus", {file: PICTURE})
    assert list(tmp_path.iterdir()) == []
