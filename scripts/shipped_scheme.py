"""Write the scheme of the shipped course again from its preset: `python -m scripts.shipped_scheme`."""

from dataclasses import replace
from pathlib import Path

from lms.certification.readiness import Scheme, oco_almere_licht
from lms.packages.archive import read_folder, write_folder
from lms.packages.tree import Package

FOLDER = Path(__file__).resolve().parent.parent / "content" / "basistraining-oco"
BOUNDARIES, AWARENESS = (5, 6), (7,)


def scheme_for(package: Package) -> Scheme:
    """Return the preset "OCO Almere licht" for the lessons of a course package."""
    lessons = [(module.number, lesson) for module in package.modules for lesson in module.lessons]
    return oco_almere_licht(
        course_items=[lesson.uid for _number, lesson in lessons],
        boundary_scenarios=[
            lesson.uid for number, lesson in lessons if number in BOUNDARIES and lesson.kind == "scenarios"
        ],
        awareness_items=[lesson.uid for number, lesson in lessons if number in AWARENESS],
    )


def main() -> None:
    """Put the scheme of now in the package."""
    package = read_folder(FOLDER)
    write_folder(replace(package, scheme=scheme_for(package)), FOLDER)


if __name__ == "__main__":
    main()
