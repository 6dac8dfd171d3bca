"""Addresses of group training."""

from django.urls import URLPattern, URLResolver, path

from lms.courses.cohorts import meeting_views, views

app_name = "cohorts"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.cohort_list, name="list"),
    path("nieuw/", views.new_cohort, name="new"),
    path("<uuid:uuid>/", views.cohort_detail, name="detail"),
    path("<uuid:uuid>/wijzig/", views.edit_cohort, name="change"),
    path("<uuid:uuid>/mensen/", views.choose_members, name="members"),
    path("<uuid:uuid>/mensen/<uuid:person>/weg/", views.end_place, name="member_remove"),
    path("<uuid:uuid>/bijeenkomsten/", meeting_views.plan, name="plan"),
    path("bijeenkomst/<uuid:uuid>/", meeting_views.meeting_detail, name="meeting"),
    path("bijeenkomst/<uuid:uuid>/wijzig/", meeting_views.edit_meeting, name="meeting_change"),
    path("bijeenkomst/<uuid:uuid>/vervalt/", meeting_views.drop_meeting, name="meeting_cancel"),
    path("bijeenkomst/<uuid:uuid>/aanwezig/", meeting_views.attendance, name="attendance"),
]
