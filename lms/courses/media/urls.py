"""The addresses of pictures and recordings."""

from django.urls import path

from lms.courses.media import views

app_name = "media"
urlpatterns = [
    path("beeld/<uuid:uid>/<int:width>.<str:form>", views.picture, name="picture"),
    path("opname/<uuid:uid>/", views.recording, name="recording"),
    path("opname/<uuid:uid>/ondertitels.vtt", views.captions, name="captions"),
    path("opnames/<str:name>", views.upload, name="upload"),
    path("images/<str:name>", views.rendition, name="rendition"),
]
