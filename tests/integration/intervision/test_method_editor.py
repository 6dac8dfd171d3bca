"""A trainer writes methods in the admin, with previews."""

import pytest
from django.urls import reverse
from wagtail.snippets.models import get_snippet_models

from lms.intervision.blocks import PropertyBlock, StepBlock
from lms.intervision.models import Method
from tests.factories import intervision

pytestmark = pytest.mark.django_db


def test_it_is_a_snippet_with_a_preview(rf, municipality):
    assert Method in get_snippet_models()
    method = intervision.method()
    request = rf.get("/")
    html = method.make_preview_request(request, method.default_preview_mode).render().content.decode()
    assert "Incidentmethode" in html


@pytest.mark.parametrize("block", [StepBlock, PropertyBlock])
def test_it_previews_every_block(block, municipality):
    made = block()
    made.set_name("block")
    assert made.is_previewable
    html = made.render(made.normalize(made.meta.preview_value))
    assert made.meta.preview_value.get("title", "Groep") in html


def test_it_opens_the_list_and_the_form(home, municipality, client, femke, sign_in):
    femke.is_superuser = True  # the permissions of a trainer are tested where they are given
    femke.save()
    sign_in(client, femke)
    method = intervision.method()
    names = Method.snippet_viewset
    assert "Incidentmethode" in client.get(reverse(names.get_url_name("list"))).content.decode()
    form = client.get(reverse(names.get_url_name("edit"), args=[method.pk])).content.decode()
    for text in ("Wat een nieuwe begeleider moet weten.", "Vertellen", "Wat zegt de begeleider?"):
        assert text in form
