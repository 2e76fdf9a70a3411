"""The desk's admin site: stock, with our groups in the sidebar, a dashboard, and the desk's own security policy."""

from csp.decorators import csp_replace
from django.conf import settings
from django.contrib.admin import AdminSite
from django.urls import path

from . import account_page, dashboard, navigation

policed = csp_replace(settings.DESK_SECURITY_POLICY["DIRECTIVES"])


class DeskAdminSite(AdminSite):
    site_header = site_title = settings.SITE_NAME
    index_title = "Desk"
    index_template = "desk/index.html"
    empty_value_display = "–"

    def admin_view(self, view, cacheable=False):
        return policed(super().admin_view(view, cacheable))

    def login(self, request, extra_context=None):
        return policed(super().login)(request, extra_context)

    def logout(self, request, extra_context=None):
        return policed(super().logout)(request, extra_context)

    def get_urls(self):
        """The stock ones without the shortcut that told any account the address of anything, a planned story's too."""
        stock = [pattern for pattern in super().get_urls() if getattr(pattern, "name", None) != "view_on_site"]
        return [path("account/", self.admin_view(account_page.account), name="account"), *stock]

    def get_app_list(self, request, app_label=None):
        apps = super().get_app_list(request, app_label)
        return apps if app_label else navigation.grouped(apps, request.user)

    def index(self, request, extra_context=None):
        return super().index(request, {**(extra_context or {}), **dashboard.cards(request.user)})
