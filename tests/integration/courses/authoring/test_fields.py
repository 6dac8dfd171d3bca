"""What the editor asks of who writes a page: nothing that does nothing here."""

import pytest

from lms.courses.models import CoursePage, LessonPage, ModulePage, TralansPage

WITHOUT_EFFECT = {"seo_title", "search_description", "show_in_menus"}


@pytest.mark.parametrize("kind", [CoursePage, ModulePage, LessonPage, TralansPage])
def test_it_asks_for_an_address_but_not_for_words_for_search_engines(kind):
    fields = set(kind.get_edit_handler().get_form_class().base_fields)
    assert "slug" in fields
    assert not fields & WITHOUT_EFFECT
