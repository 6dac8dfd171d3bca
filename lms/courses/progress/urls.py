"""Addresses of courses progress."""

from django.urls import URLPattern, URLResolver, path

from lms.courses.progress import pause_views, views

app_name = "progress"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.courses, name="courses"),
    path("even-stoppen/", pause_views.stop, name="stop"),
    path("<uuid:lesson_uid>/begin/", pause_views.begin, name="begin"),
    path("<uuid:lesson_uid>/plek/", pause_views.stay, name="place"),
    path("<uuid:lesson_uid>/antwoord/", views.answer_exercise, name="answer"),
    path("<uuid:lesson_uid>/klaar/", views.finish_lesson, name="finish"),
    path("<uuid:lesson_uid>/opnieuw/", views.do_again, name="again"),
    path("woordenlijst/<slug:course>/", views.glossary, name="glossary"),
    path("eindgesprek/<slug:course>/", views.closing_talk, name="closing_talk"),
    path("trainer/<slug:course>/", views.trainer_guide, name="trainer_guide"),
]
