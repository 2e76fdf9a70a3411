"""The app and the desk's admin site."""

from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = "Desk"

    def ready(self):
        from . import checks  # noqa: F401  registers the system checks, once the apps are loaded


class DeskAdminConfig(AdminConfig):
    default_site = "articles.admin.site.DeskAdminSite"

    def ready(self):
        # Loaded here, because Django's own search would ask for the site while the package that holds it is half read.
        from . import admin  # noqa: F401  registers the desk's pages

        super().ready()
