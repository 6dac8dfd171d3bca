"""Addresses of the overviews."""

from django.urls import path

from lms.dashboards import matrix_views, narrow_views, outlook_views, together_views, views

app_name = "dashboards"
urlpatterns = [
    path("", views.start, name="start"),
    path("bord/", views.board, name="board"),
    path("bord/eisen/", matrix_views.matrix, name="matrix"),
    path("bord/eisen/bestand.<slug:kind>", matrix_views.matrix_download, name="matrix_download"),
    path("bord/vooruit/", outlook_views.outlook, name="outlook"),
    path("bord/samen/", together_views.together, name="together"),
    path("bord/samen/doen/", together_views.do_together, name="do_together"),
    path("bord/samen/<uuid:batch>/", together_views.together_done, name="together_done"),
    path("bord/samen/<uuid:batch>/terug/", together_views.together_back, name="together_back"),
    path("mijn-mensen/", narrow_views.own_people, name="own_people"),
    path("lichtingen/stand/", narrow_views.training, name="training"),
]
