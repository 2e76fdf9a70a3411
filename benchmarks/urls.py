"""The newsroom's addresses and the yardstick: as many bytes as a page has, made of nothing."""

from functools import cache

from django.http import HttpResponse
from django.urls import include, path


@cache
def body(size):
    return b"x" * size


def constant(request, size):
    return HttpResponse(body(size), content_type="text/html; charset=utf-8")


urlpatterns = [path("constant/<int:size>/", constant), path("", include("newsroom.urls"))]
