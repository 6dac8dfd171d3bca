"""Addresses of intervision."""

from django.urls import URLPattern, URLResolver, path

from lms.intervision import session_views, views

app_name = "intervision"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.mine, name="mine"),
    path("methoden/", views.methods, name="methods"),
    path("methoden/<slug:slug>/", views.method_detail, name="method"),
    path("groepen/", views.groups, name="groups"),
    path("groepen/nieuw/", views.new_group, name="group_new"),
    path("groepen/<uuid:uuid>/", views.group_detail, name="group"),
    path("groepen/<uuid:uuid>/wijzig/", views.edit_group, name="group_change"),
    path("groepen/<uuid:uuid>/leden/", views.choose_members, name="members"),
    path("groepen/<uuid:uuid>/leden/<uuid:person>/weg/", views.end_place, name="member_remove"),
    path("groepen/<uuid:uuid>/plannen/", session_views.new_session, name="session_new"),
    path("sessies/<uuid:uuid>/", session_views.session_detail, name="session"),
    path("sessies/<uuid:uuid>/wijzig/", session_views.edit_session, name="session_change"),
    path("sessies/<uuid:uuid>/vervalt/", session_views.drop_session, name="session_cancel"),
    path("sessies/<uuid:uuid>/verslag/", session_views.record, name="session_record"),
]
