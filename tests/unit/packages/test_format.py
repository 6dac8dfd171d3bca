from dataclasses import replace

import pytest

from lms.packages.format import read_files, write_files
from lms.packages.guides import Meeting, TrainerGuide
from lms.packages.problems import PackageError
from tests.unit.packages.examples import LESSON, MODULE, problems_after, problems_in, small_package


def test_it_reads_what_it_wrote() -> None:
    package = small_package()
    assert read_files(write_files(package)) == package


def test_it_puts_each_part_in_its_own_file() -> None:
    assert sorted(write_files(small_package())) == [
        "course.yaml",
        "methods/01-vertellen.yaml",
        "modules/01-begin/01-eerste-les.yaml",
        "modules/01-begin/module.yaml",
        "package.yaml",
    ]


def test_it_writes_a_lesson_as_people_read_it() -> None:
    assert (
        write_files(small_package())[LESSON]
        .decode()
        .startswith(
            "uid: 00000000-0000-0000-0000-000000000001\n"
            "number: '1.1'\n"
            "slug: eerste-les\n"
            "title: Eerste les\n"
            "kind: lesson\n"
            "minutes_reading: 2\n"
            "minutes_doing: 3\n"
            "blocks:\n"
            "  - uid: 00000000-0000-0000-0000-000000000006\n"
            "    type: text\n"
            "    html: |-\n"
            "      <p>In {{ gemeente }} werk je <b>samen</b>.</p>\n"
            "      <ul>\n"
            "      <li>Eén.</li>\n"
            "      </ul>\n"
        )
    )


@pytest.mark.parametrize(
    ("path", "old", "new", "expected"),
    [
        (LESSON, "kind: lesson\n", "kind: lesson\nkleur: rood\n", "regel 6, kleur: ‘kleur’ hoort hier niet."),
        (LESSON, "title: Eerste les\n", "", ": ‘title’ ontbreekt."),
        (LESSON, "title: Eerste les", "title: ''", "regel 4, title: Dit mag niet leeg zijn."),
        (LESSON, "title: Eerste les", "title: [a, b]", "regel 4, title: Hier hoort één tekst, geen lijst."),
        (LESSON, "minutes_reading: 2", "minutes_reading: veel", "Hier hoort een heel getal, niet ‘veel’."),
        (LESSON, "minutes_reading: 2", "minutes_reading: -2", "Hier hoort een heel getal, niet ‘-2’."),
        (
            LESSON,
            "minutes_reading: 2",
            "minutes_reading: 1000000",
            "Hier hoort een heel getal, niet ‘1000000’.",
        ),
        (LESSON, "minutes_reading: 2", "minutes_reading: ٢", "Hier hoort een heel getal, niet ‘٢’."),
        (LESSON, "correct: true", "correct: ja", "Hier hoort true of false, niet ‘ja’."),
        (LESSON, "kind: lesson", "kind: toets", "‘toets’ kan hier niet. Kies uit: lesson, assignments"),
        (LESSON, "type: text", "type: film", "blocks.1: Blok-type ‘film’ bestaat niet. Kies uit: text,"),
        (LESSON, "  - uid: 00000000-0000-0000-0000-000000000006\n    type", "  - type", "‘uid’ ontbreekt."),
        (LESSON, "000000000006", "000000000002", "Deze uid staat ook al hier: "),
        (LESSON, "uid: 00000000-0000-0000-0000-000000000001", "uid: les-1", "‘les-1’ is geen geldige uid"),
        (LESSON, "{{ gemeente }}", "{{ dorp }}", "Invulwoord ‘dorp’ bestaat niet in dit pakket."),
        (LESSON, "<b>samen</b>", "<u>samen</u>", "blocks.1.html: <u> mag hier niet staan."),
        (LESSON, "<i>vragen</i>", "<p>vragen</p>", "blocks.2.rows.1.2: <p> mag hier niet staan."),
        (LESSON, "correct: false", "correct: true", "Precies één antwoord moet goed zijn. Nu zijn het er 2."),
        (LESSON, "judgement: fits", "judgement: unfit", "Minstens één reactie moet goed passen."),
        (LESSON, "minutes_min: 10", "minutes_min: 30", "aantal minuten is groter dan het grootste."),
        (LESSON, "- - jij\n", "- - jij\n        - te veel\n", "Rij 1 heeft 3 vakken. De kop heeft er 2."),
        (LESSON, "slug: eerste-les", "slug: andere", "hoort modules/01-begin/01-andere.yaml te heten."),
        (LESSON, "blocks:\n", "blocks: geen\nrest:\n", "Hier hoort een lijst: elk punt begint met ‘-’."),
        (MODULE, "  - C1", "  - C9", "competences.1: Competentie ‘C9’ bestaat niet in dit pakket."),
        ("methods/01-vertellen.yaml", "minutes: 10", "minutes: 60", "De stappen duren samen 10 minuten."),
        ("package.yaml", "version: 1.0.0", "version: v1", "De versie ‘v1’ moet drie getallen hebben"),
        ("package.yaml", "kind: text", "kind: kleur", "‘kleur’ kan hier niet. Kies uit: text, phone"),
    ],
)
def test_it_says_where_and_what_is_wrong(path: str, old: str, new: str, expected: str) -> None:
    found = problems_after(path, old, new)
    assert any(sentence.startswith(path) and expected in sentence for sentence in found), found


def test_it_collects_all_problems_in_reading_order() -> None:
    files = write_files(small_package())
    files[LESSON] = (
        files[LESSON].replace(b"kind: lesson", b"kind: toets").replace(b"{{ gemeente }}", b"{{ x }}")
    )
    files[MODULE] = files[MODULE].replace(b"title: Begin\n", b"")
    files["notitie.txt"] = b"a: b"
    found = problems_in(files)
    assert [sentence.split(",")[0].split(":")[0] for sentence in found] == [
        LESSON,
        LESSON,
        MODULE,
        "notitie.txt",
    ]
    assert found[-1] == "notitie.txt: Dit bestand hoort niet in een cursuspakket."


def test_it_stops_at_a_format_it_does_not_know() -> None:
    found = problems_after("package.yaml", "format: 1\n", "format: 2\n  nieuw: ja\n")
    assert found == [
        "package.yaml, regel 3, manifest.format: Dit pakket heeft vorm ‘2’. Deze versie leest alleen vorm 1."
    ]


@pytest.mark.parametrize("path", ["package.yaml", "course.yaml"])
def test_it_misses_a_file_that_must_be_there(path: str) -> None:
    files = write_files(small_package())
    del files[path]
    assert any(sentence.startswith(f"{path}: Dit bestand ontbreekt.") for sentence in problems_in(files))


def test_it_refuses_a_lesson_without_its_module() -> None:
    files = write_files(small_package())
    del files[MODULE]
    assert f"{LESSON}: Bij deze les ontbreekt het bestand module.yaml." in problems_in(files)


@pytest.mark.parametrize("name", ["slug", "number"])
def test_it_refuses_two_modules_with_one_name(name: str) -> None:
    package = small_package()
    (module,) = package.modules
    other = replace(module, uid="00000000-0000-0000-0000-0000000000ff", lessons=(), goals=())
    other = replace(other, number=2) if name == "slug" else replace(other, slug="anders")
    with pytest.raises(PackageError, match="komt meer dan één keer voor"):
        write_files(replace(package, modules=(module, other)))


def test_it_refuses_a_meeting_about_a_module_that_does_not_exist() -> None:
    uids = [f"00000000-0000-0000-0000-0000000000f{digit}" for digit in "01"]
    guide = TrainerGuide(
        uids[0], "Over", (), "Plan", (Meeting(uids[1], 1, (7,), "k"),), "<p>x</p>", "Lijst", ()
    )
    with pytest.raises(PackageError, match="Bijeenkomst 1 noemt module 7"):
        write_files(replace(small_package(), trainer=guide))


@pytest.mark.parametrize("title", ["", " spatie", "twee\nregels", "nul\x00", "{{ onbekend }}"])
def test_it_never_writes_what_it_could_not_read(title: str) -> None:
    package = small_package()
    with pytest.raises(PackageError):
        write_files(replace(package, course=replace(package.course, title=title)))


def test_it_accepts_answers_typed_without_quotes() -> None:
    assert problems_after(LESSON, "text: Ja", "text: no") == []
    assert problems_after(LESSON, "number: '1.1'", "number: 1.1") == []
