"""Pages in the Wagtail admin for who writes. Wagtail lets only editors in; nothing here is about people."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from lms.courses.writing.help import TOPICS, find, headings_of, topic_of
from lms.courses.writing.selectors import courses, overview

Crumbs = list[dict[str, str]]


def checks(request: HttpRequest, course_id: int | None = None) -> HttpResponse:
    """Show where a course can be better; without a choice the first course."""
    found = courses()
    course = get_object_or_404(found, pk=course_id) if course_id is not None else found.first()
    context = {
        "overview": overview(course) if course else None,
        "courses": [
            {"title": one.draft_title, "url": reverse("writing_checks_of", args=[one.pk])} for one in found
        ],
        **_heading(_("Waar kan het beter?")),
    }
    return render(request, "checks/overview.html", context)


def help_index(request: HttpRequest) -> HttpResponse:
    """Show the help pages, or where the words of `zoek` stand in them."""
    query = request.GET.get("zoek", "").strip()[:100]
    context = {"query": query, "hits": find(query), **_heading(_("Hulp bij het schrijven"))}
    return render(request, "help/index.html", context)


def help_topic(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one help page."""
    topic = topic_of(slug)
    if topic is None:
        raise Http404
    at = TOPICS.index(topic)
    context = {
        "topic": topic,
        "headings": headings_of(topic),
        "following": TOPICS[at + 1] if at + 1 < len(TOPICS) else None,
        **_heading(str(topic.title), (_("Hulp bij het schrijven"), reverse("writing_help"))),
    }
    return render(request, "help/topic.html", context)


def _heading(title: str, *above: tuple[str, str]) -> dict[str, str | Crumbs]:
    """Return what the head of an admin page shows: its title, and the way back."""
    crumbs = [{"url": reverse("wagtailadmin_home"), "label": _("Home")}]
    crumbs += [{"url": url, "label": label} for label, url in above]
    return {"header_title": title, "breadcrumbs_items": [*crumbs, {"url": "", "label": title}]}
