"""What an editor sees before publishing: a preview of every block and of every page."""

import pytest
from django.test import RequestFactory
from django.urls import reverse
from wagtail.blocks import Block, StreamBlock, StructBlock
from wagtail.fields import StreamField

from lms.accounts.rights.groups import ensure_groups, sync_groups
from lms.courses.models import CoursePage, LessonPage, ModulePage, TralansPage
from tests.factories import courses as make
from tests.integration.courses.conftest import Small

pytestmark = pytest.mark.django_db


def blocks() -> dict[str, Block]:
    """Return every block an editor can choose, by page, field and name."""
    found = {}
    for model in (CoursePage, ModulePage, LessonPage, TralansPage):
        for field in model._meta.get_fields():
            if isinstance(field, StreamField):
                stream: StreamBlock = field.stream_block
                for name, block in stream.child_blocks.items():
                    found[f"{model.__name__}.{field.name}.{name}"] = block
    return found


BLOCKS = blocks()


@pytest.fixture
def editor(client, home, femke, sign_in, with_second_factor, municipality):
    ensure_groups()
    sync_groups(femke)
    with_second_factor(femke)
    sign_in(client, femke)
    return client


def words_of(value: object) -> list[str]:
    """Return the plain words of a preview's value."""
    if isinstance(value, dict):
        return [word for key, inner in value.items() if key != "kind" for word in words_of(inner)]
    if isinstance(value, list):
        return [word for inner in value for word in words_of(inner)]
    return [value] if isinstance(value, str) and value.isalpha() and len(value) > 6 else []


@pytest.mark.parametrize("name", sorted(BLOCKS))
def test_it_previews_every_block(editor, name: str):
    block = BLOCKS[name]
    assert isinstance(block, StructBlock)
    assert block.is_previewable
    assert block.get_description()
    response = editor.get(reverse("wagtailadmin_block_preview"), {"id": block.definition_prefix})
    page = response.content.decode()
    assert response.status_code == 200
    assert "lms/css/tokens.css" in page
    body = page[page.index("<main") :]
    assert all(word in body for word in words_of(block.meta.preview_value))
    assert len(body) > 60


@pytest.mark.parametrize("kind", ["course", "module", "reading", "questions"])
def test_it_previews_every_page_without_a_learner(small: Small, femke, rf: RequestFactory, kind: str):
    page = getattr(small, kind)
    response = page.make_preview_request(
        preview_mode=page.default_preview_mode, original_request=_request(rf, femke)
    )
    assert response.status_code == 200
    assert page.title in response.content.decode()


def test_it_previews_the_tralans_page(small: Small, femke, rf: RequestFactory):
    page = make.tralans(small.course)
    response = page.make_preview_request(
        preview_mode=page.default_preview_mode, original_request=_request(rf, femke)
    )
    assert "Status: noodtekst." in response.content.decode()


def _request(rf: RequestFactory, user):
    request = rf.get("/beheer/", SERVER_NAME="testserver")
    request.user = user
    return request


def test_it_may_be_framed_by_the_admin_and_by_nothing_else(editor, small: Small):
    preview = editor.get(reverse("wagtailadmin_pages:view_draft", args=[small.reading.pk]))
    policy = preview["Content-Security-Policy"]
    assert "frame-ancestors 'self'" in policy
    assert "'unsafe-inline'" not in policy
    own = editor.get(small.reading.get_url())
    assert "frame-ancestors 'none'" in own["Content-Security-Policy"]
