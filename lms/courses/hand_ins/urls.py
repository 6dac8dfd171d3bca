"""Addresses of work that is handed in."""

from django.urls import URLPattern, URLResolver, path

from lms.courses.hand_ins import trainer_views, views

app_name = "hand_ins"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", trainer_views.work_list, name="list"),
    path("<uuid:work>/", trainer_views.read_work, name="read"),
    path("opdracht/<uuid:lesson_uid>/<uuid:exercise_uid>/", views.work, name="work"),
    path("bestand/<uuid:file>/", views.file, name="file"),
]
