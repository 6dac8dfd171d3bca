"""The root of the site: made once, in place of Wagtail's welcome page."""

from wagtail.models import Page, Site

from lms.courses.models import HomePage
from lms.courses.public import follow_second_reader
from lms.municipality.public import current_settings


def ensure_home() -> HomePage:
    """Return the home page; make it, and let the site begin there, when it is not there yet."""
    home: HomePage | None = HomePage.objects.first()
    if home is not None:
        return home
    root = Page.objects.filter(depth=1).first() or Page.add_root(title="Root", slug="root")
    home = root.add_child(instance=HomePage(title="Leerplein OCO", slug="leerplein"))
    site = Site.objects.filter(is_default_site=True).first() or Site(
        hostname="localhost", is_default_site=True
    )
    welcome = site.root_page if site.pk else None
    site.root_page, site.site_name = home, "Leerplein OCO"
    site.save()
    if welcome is not None and welcome.specific_class is Page and welcome.depth > 1 and welcome.is_leaf():
        welcome.delete()
    follow_second_reader(None, asks=current_settings().asks_second_reader)
    return HomePage.objects.get(pk=home.pk)
