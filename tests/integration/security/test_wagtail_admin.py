"""Inside the Wagtail admin: content and nothing else, at every address it has, for whoever edits it."""

import json
from collections.abc import Iterator
from typing import Any
from uuid import UUID

import pytest
from django.db import transaction
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.urls.resolvers import RegexPattern

from lms.accounts.models import Theme, User
from lms.accounts.rights.groups import ensure_groups, sync_groups
from lms.certification.models import StatementVersion
from lms.courses.models import LessonPage
from lms.municipality.models import MunicipalitySettings
from tests.factories import courses as make
from tests.factories import intervision
from tests.integration.security.town import Browser, Town, written_tables

pytestmark = pytest.mark.django_db
NAMES = (
    "Noor de Wit",
    "noor@",
    "Sam Zee",
    "sam@",
    "Koen Bos",
    "koen@",
    "Vera Lind",
    "vera@",
    "Cas Mol",
    "cas@",
)
CONTENT_TABLES = ("wagtail", "courses_", "intervision_method", "django_", "taggit_", "usersessions_")
# Taking a method off the list empties that field of the sessions that used it.
BESIDE = {"intervision_intervisionsession"}
READABLE = {"certification/statementversion"}  # what people sign is no secret
CRASH_ON_PURPOSE = "wagtailadmin_error_test"


MODELS = (
    "accounts/user",
    "accounts/membership",
    "auth/group",
    "certification/evidence",
    "certification/statementversion",
    "exports/servicetoken",
)


@pytest.fixture
def lesson(town: Town, home) -> LessonPage:
    ensure_groups()
    for person in (town.femke, town.ada):
        sync_groups(person)
    intervision.session(intervision.group(members=(town.noor,)), method=intervision.method())
    Theme.objects.create(name="Wonen")
    course = make.course(home)
    make.enrolled(town.noor, course)
    return make.lesson(make.module(course))


def patterns(resolver: URLResolver, spaces: tuple[str, ...] = ()) -> Iterator[tuple[str, Any]]:
    for one in resolver.url_patterns:
        if isinstance(one, URLResolver):
            yield from patterns(one, (*spaces, one.namespace) if one.namespace else spaces)
        elif isinstance(one, URLPattern) and one.name:
            yield ":".join([*spaces, one.name]), one.pattern


def addresses(lesson: LessonPage) -> Iterator[tuple[str, str]]:
    """Yield every address of the admin, filled in with what is there."""
    inside = next(one for one in get_resolver().url_patterns if str(one.pattern) == "beheer/")
    page = dict.fromkeys(("page_id", "page_to_move_id", "pk"), lesson.pk)
    parent = dict.fromkeys(("parent_page_id", "destination_id"), lesson.get_parent().get_parent().pk)
    types = {"content_type_app_name": "courses", "content_type_model_name": "lessonpage"}
    words = {"app_label": "accounts", "model_name": "user", "action": "delete", "action_name": "delete"}
    known = {**page, **parent, **types, **words, "revision_id_a": "live", "revision_id_b": "latest"}
    known["upload"] = UUID(int=1)
    for name, pattern in patterns(inside):
        wanted = pattern.regex.groupindex if isinstance(pattern, RegexPattern) else pattern.converters
        pk = lesson.pk if "pages" in name else 1
        yield name, reverse(name, kwargs={key: {**known, "pk": pk}.get(key, 1) for key in wanted})


@pytest.mark.parametrize("who", ["femke", "ada"])
def test_it_names_nobody_and_touches_nobody_at_any_address(town: Town, lesson: LessonPage, who: str):
    browser, named, touched, tried = Browser(town, who), [], [], 0
    for name, url in addresses(lesson):
        if name == CRASH_ON_PURPOSE:
            continue
        for method in ("get", "post"):
            with transaction.atomic(), written_tables() as written:
                answer = getattr(browser, method)(url)
                text = "" if answer.streaming else answer.content.decode(errors="replace")
                tried += 1
                named += [(name, method, word) for word in NAMES if word in text]
                foreign = {table for table in written if not table.startswith(CONTENT_TABLES)} - BESIDE
                transaction.set_rollback(True)
            if foreign and not (who == "ada" and name.startswith("wagtailsnippets_accounts_theme")):
                touched.append((name, method, foreign))
    assert named == []
    assert touched == []
    assert tried > 250


def test_it_lets_a_trainer_change_no_settings_themes_statements_or_sites(town: Town, lesson: LessonPage):
    browser = Browser(town, "femke")
    before = MunicipalitySettings.load().network_name
    closed = ("wagtailsettings:", "wagtailsites:", "wagtailsnippets_accounts_theme", "wagtailusers_")
    closed += ("wagtailsnippets_certification_statementversion", "wagtailadmin_collections:")
    for name, url in addresses(lesson):
        if name.startswith(closed):
            for method in ("get", "post"):
                assert getattr(browser, method)(url).status_code in {302, 404, 405}, name
    assert MunicipalitySettings.load().network_name == before


@pytest.mark.parametrize("who", ["femke", "ada"])
@pytest.mark.parametrize("model", MODELS)
def test_it_handles_nothing_in_bulk_but_content(town: Town, lesson: LessonPage, who: str, model: str):
    browser = Browser(town, who)
    for action in ("delete", "assign_role", "set_active_state", "publish", "unpublish"):
        url = f"/beheer/bulk/{model}/{action}/?id=1&id=all"
        with written_tables() as written:
            for answer in (browser.get(url), browser.post(url)):
                assert answer.status_code in {302, 403, 404} or model in READABLE
        assert not {table for table in written if not table.startswith(("django_", "wagtail"))}


@pytest.mark.parametrize("is_superuser", [False, True])
def test_it_changes_no_statement_by_any_address(town: Town, lesson: LessonPage, is_superuser: bool):
    User.objects.filter(pk=town.ada.pk).update(is_superuser=is_superuser)
    before = list(StatementVersion.objects.order_by("pk").values())
    browser = Browser(town, "ada")
    row = StatementVersion.objects.first()
    sent = {"code": row.code, "title": "Anders", "body": "x", "effective_on": "2020-01-01", "number": 1}
    for name in ("edit", "delete"):
        url = reverse(f"wagtailsnippets_certification_statementversion:{name}", args=[row.pk])
        browser.post(url, sent)
    browser.post(reverse("wagtailsnippetchoosers_certification_statementversion:create"), sent)
    browser.post(f"/beheer/bulk/certification/statementversion/delete/?id={row.pk}")
    assert list(StatementVersion.objects.order_by("pk").values()) == before


def test_it_gives_administrators_no_power_beyond_their_groups(town: Town):
    ada = User.objects.get(pk=town.ada.pk)
    assert not ada.is_superuser
    sync_groups(ada)
    told = {permission.partition(".")[0] for permission in User.objects.get(pk=ada.pk).get_all_permissions()}
    content = {"wagtailadmin", "wagtailcore", "wagtailimages", "wagtaildocs", "intervision", "courses"}
    assert told <= content | {"certification", "municipality", "accounts"}
    for word in ("user", "role", "member", "decision", "evidence", "standing", "group"):
        assert not [one for one in ada.get_all_permissions() if word in one.partition(".")[2]], word


def test_it_takes_no_script_into_a_text(town: Town, lesson: LessonPage):
    plain = {"text": "klik", "type": "unstyled", "depth": 0, "inlineStyleRanges": [], "data": {}}
    blocks = [
        {"key": f"a{key}", "entityRanges": [{"key": key, "offset": 0, "length": 4}], **plain}
        for key in range(4)
    ]
    evil = [
        "javascript:alert(1)",
        " JaVaScRiPt:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
    ]
    entities = {
        str(key): {"type": "LINK", "mutability": "MUTABLE", "data": {"url": url}}
        for key, url in enumerate(evil)
    }
    entities["9"] = {
        "type": "EMBED",
        "mutability": "IMMUTABLE",
        "data": {"html": "<script>alert(1)</script>"},
    }
    blocks[0]["text"] = "<img src=x onerror=alert(1)>"
    body = json.dumps({"blocks": blocks, "entityMap": entities})
    url = reverse("wagtailadmin_pages:edit", args=[lesson.pk])
    fields = {"title": '"><svg onload=alert(1)>', "slug": lesson.slug, "kind": "lesson", "minutes_reading": 1}
    stream = {
        "body-count": 1,
        "body-0-type": "text",
        "body-0-order": 0,
        "body-0-deleted": "",
        "body-0-id": "",
    }
    sent = {**fields, "minutes_doing": 1, **stream, "body-0-value-html": body, "action-publish": "1"}
    comments = {"comments-TOTAL_FORMS": 0, "comments-INITIAL_FORMS": 0}
    answer = Browser(town, "femke").post(url, sent | comments)
    assert answer.status_code == 302, "the lesson was not saved: this test says nothing"
    page = Browser(town, "noor").get(LessonPage.objects.get(pk=lesson.pk).get_url()).content.decode()
    assert "klik" in page
    for sign in ("javascript:", "data:text", "vbscript:", "<svg onload", "<img src=x", "<script>alert"):
        assert sign not in page.lower(), sign


def test_it_opens_no_address_to_a_visitor(client, lesson: LessonPage):
    for name, url in addresses(lesson):
        answer = client.get(url)
        assert answer.status_code in {302, 404}, name
        if answer.status_code == 302:
            assert answer["Location"].startswith("/account/log"), name
