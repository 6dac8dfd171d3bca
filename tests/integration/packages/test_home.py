"""The root of the site is there after loading, whatever Wagtail began with."""

import pytest
from wagtail.models import Locale, Page, Site

from lms.courses.models import HomePage
from lms.packages.home import ensure_home

pytestmark = pytest.mark.django_db


def test_it_takes_the_place_of_the_welcome_page():
    Locale.objects.get_or_create(language_code="nl")
    Site.objects.all().delete()
    for page in Page.objects.filter(depth__gt=1):
        page.delete()
    root = Page.objects.filter(depth=1).first() or Page.add_root(title="Root", slug="root")
    welcome = root.add_child(instance=Page(title="Welcome", slug="home"))
    Site.objects.create(hostname="localhost", root_page=welcome, is_default_site=True)

    home = ensure_home()

    assert Site.objects.get(is_default_site=True).root_page_id == home.pk
    assert not Page.objects.filter(title="Welcome").exists()
    assert ensure_home() == home
    assert HomePage.objects.count() == 1


def test_it_makes_a_site_where_there_is_none():
    Locale.objects.get_or_create(language_code="nl")
    Site.objects.all().delete()
    HomePage.objects.all().delete()
    assert Site.objects.get(root_page=ensure_home()).is_default_site
