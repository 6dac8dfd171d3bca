"""Loading a package over what is there: changes, order, drafts, fill-in words, and loud refusals."""

from dataclasses import replace

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import PageLogEntry

from lms.courses.models import CoursePage, LessonPage, ModulePage
from lms.intervision.models import Method
from lms.municipality.models import MunicipalitySettings
from lms.municipality.public import SLOT_FIELDS, slot_values
from lms.packages.apply import apply
from lms.packages.archive import write_folder
from lms.packages.blocks import SummaryValue
from lms.packages.fill_in import example_of
from lms.packages.problems import PackageError
from lms.packages.snapshot import snapshot
from lms.packages.tree import Medium, Package
from tests.integration.packages.conftest import FOLDER

pytestmark = pytest.mark.django_db


@pytest.fixture
def small(starter: Package) -> Package:
    """The first two modules, with two lessons each, and no scheme: that is about the whole course."""
    modules = tuple(replace(module, lessons=module.lessons[:2]) for module in starter.modules[:2])
    trainer = replace(starter.trainer, meetings=starter.trainer.meetings[:1])
    return replace(starter, modules=modules, trainer=trainer, scheme=None)


def load(package: Package, now, **options):
    return apply(package, actor=None, now=now, **{"use_examples": True, **options})


def with_summary(package: Package, text: str) -> Package:
    """Change the short version of the first lesson."""
    module = package.modules[0]
    lesson = module.lessons[0]
    blocks = tuple(
        replace(block, value=SummaryValue(text)) if block.type == "summary" else block
        for block in lesson.blocks
    )
    lessons = (replace(lesson, blocks=blocks), *module.lessons[1:])
    return replace(package, modules=(replace(module, lessons=lessons), *package.modules[1:]))


def test_it_changes_only_the_page_that_differs(home, municipality, small, now):
    load(small, now)
    pages = {page.pk: page.revisions.count() for page in LessonPage.objects.all()}
    changed = with_summary(small, "Korter kan niet.")

    report = load(changed, now)

    assert (report.created, report.updated) == ([], [small.modules[0].lessons[0].title])
    assert snapshot(CoursePage.objects.get()) == changed
    later = {page.pk: page.revisions.count() for page in LessonPage.objects.all()}
    assert sorted(later[pk] - pages[pk] for pk in pages) == [0, 0, 0, 1]
    assert "Korter kan niet." in str(LessonPage.objects.get(uid=changed.modules[0].lessons[0].uid).body)


def test_it_brings_back_what_an_editor_changed_and_keeps_the_change_in_the_history(
    home, municipality, small, now
):
    load(small, now)
    page = LessonPage.objects.get(uid=small.modules[0].lessons[0].uid)
    page.title = "Door de trainer"
    page.save_revision().publish()
    assert load(small, now).updated == [small.modules[0].lessons[0].title]
    assert LessonPage.objects.get(pk=page.pk).title == small.modules[0].lessons[0].title
    assert "Door de trainer" in [revision.as_object().title for revision in page.revisions.all()]


def test_it_puts_lessons_and_modules_in_the_order_of_the_package(home, municipality, small, now):
    load(small, now)
    turned = replace(
        small,
        modules=tuple(replace(module, lessons=module.lessons[::-1]) for module in small.modules[::-1]),
    )
    assert load(turned, now).moved == 3
    assert snapshot(CoursePage.objects.get()) == turned
    assert load(turned, now).changed_nothing


def test_it_moves_a_lesson_to_another_module(home, municipality, small, now):
    load(small, now)
    one, two = small.modules
    moved = replace(
        small,
        modules=(replace(one, lessons=one.lessons[:1]), replace(two, lessons=(*two.lessons, one.lessons[1]))),
    )
    load(moved, now)
    assert snapshot(CoursePage.objects.get()) == moved
    assert load(moved, now).changed_nothing


def test_it_keeps_pages_of_this_municipality(home, municipality, small, now):
    load(small, now)
    module = ModulePage.objects.first()
    module.add_child(instance=LessonPage(title="Onze eigen les", slug="eigen"))
    assert load(small, now).changed_nothing
    assert LessonPage.objects.filter(title="Onze eigen les").exists()


def test_it_loads_drafts_and_names_the_words_while_some_are_empty(home, municipality, starter, now):
    report = load(starter, now, use_examples=False)
    assert "klachten_contact" in report.still_empty
    assert "gemeente" not in report.still_empty
    assert "contactpersoon_naam" not in report.still_empty
    assert not CoursePage.objects.live().exists()
    assert not LessonPage.objects.live().exists()
    assert snapshot(CoursePage.objects.get()) == starter
    assert load(starter, now, use_examples=False).changed_nothing


def test_it_goes_online_when_the_words_are_there(home, municipality, starter, now):
    load(starter, now, use_examples=False)
    settings = MunicipalitySettings.load()
    for block in settings.slots:
        block.value["value"] = "onze eigen afspraak"
    settings.trainer_name = "Femke"
    settings.complex_partner, settings.complex_partner_phone = "MEE", "088"
    settings.save()
    report = load(starter, now, use_examples=False)
    assert report.is_published
    assert LessonPage.objects.live().count() == 61
    assert snapshot(CoursePage.objects.get()) == starter


def test_it_never_touches_a_word_that_somebody_filled_in(home, municipality, small, now):
    municipality.slots = [("slot", {"name": "naam_toegang", "meaning": "", "value": "het sociaal team"})]
    municipality.save()
    load(small, now)
    values = slot_values(MunicipalitySettings.load())
    assert values["naam_toegang"] == "het sociaal team"
    assert values["oco_naam"] == "OCO Almere"
    assert values["cijfer_match_zelfde_dag"] == "84% (gemeten in Almere, 2018–2020)"
    assert values["klachten_contact"] == "[waar iemand een klacht kan geven]"


def test_it_asks_in_the_starter_course_for_every_word_that_is_a_field_of_the_settings(starter):
    assert set(SLOT_FIELDS) <= {slot.name for slot in starter.slots}


def test_it_shows_a_list_on_one_line(starter):
    partners = next(slot for slot in starter.slots if slot.kind == "list")
    assert example_of(partners).startswith("Expertisecentrum mantelzorg, KBO, ")


def test_it_refuses_what_it_cannot_hold(home, municipality, small, now):
    medium = Medium("0f2c7d0e-0000-5000-8000-000000000001", "a.png", "0" * 64, "Een tekening")
    with pytest.raises(PackageError, match="ontbreekt"):
        load(replace(small, media=(medium,)), now)
    lossy = with_summary(small, "Twee  spaties\n en een regel")
    with pytest.raises(PackageError, match="zonder verlies"):
        load(lossy, now)
    assert not CoursePage.objects.exists()
    assert not Method.objects.exists()


def test_it_logs_who_loaded_which_version(home, municipality, small, femke, now):
    apply(small, actor=femke, now=now, use_examples=True)
    entry = PageLogEntry.objects.get(action="packages.course_loaded")
    assert (entry.user_id, entry.data["version"]) == (femke.pk, "1.0.0")


def test_it_reads_a_text_back_as_the_editor_would_store_it(home, municipality, small, now):
    load(small, now)
    page = LessonPage.objects.get(uid=small.modules[0].lessons[0].uid)
    body = page.body.get_prep_value()
    for block in body:
        if block["type"] == "text":
            block["value"]["html"] = block["value"]["html"].replace("<p>", '<p data-block-key="a1b2c">')
    page.body = __import__("json").dumps(body)
    page.save()
    assert snapshot(CoursePage.objects.get()) == small


def test_it_loads_from_the_command_line_and_says_so(home, municipality, capsys):
    call_command("load_course", str(FOLDER), use_examples=True)
    assert "Nieuw: " in capsys.readouterr().out
    call_command("load_course", str(FOLDER), use_examples=True)
    assert "Er is niets veranderd." in capsys.readouterr().out


def test_it_says_on_the_command_line_which_words_are_empty(home, municipality, capsys):
    call_command("load_course", str(FOLDER))
    told = capsys.readouterr().out
    assert "concept" in told
    assert "klachten_contact" in told


def test_it_says_on_the_command_line_what_is_wrong(home, municipality, small, tmp_path):
    write_folder(small, tmp_path)
    (tmp_path / "course.yaml").write_text("title: Zonder uid")
    with pytest.raises(CommandError, match=r"course\.yaml"):
        call_command("load_course", str(tmp_path))
    assert not CoursePage.objects.exists()
