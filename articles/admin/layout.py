"""What all pages of the desk share: labels without colons, the bulk bar after the table, a nonce on the import map."""

from django import forms
from django.conf import settings
from django.contrib import admin
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.widgets import AdminSplitDateTime
from django.core.exceptions import BadRequest
from js_asset import Media, Script

from articles.text.slugs import slug_of


class Quiet:
    """Labels without the colon; the two halves of a moment have a name each; old text never comes back on reload."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        for field in self.fields.values():
            field.widget.attrs.setdefault("autocomplete", "off")
            if isinstance(field.widget, AdminSplitDateTime):
                _name_the_halves(field)


class QuietForm(Quiet, forms.ModelForm):
    pass


def _name_the_halves(field):
    for widget, part in zip(field.widget.widgets, ("date", "time"), strict=True):
        widget.attrs["aria-label"] = f"{field.label}, {part}"


class SlugForm(QuietForm):
    """An address left empty is made from the name, here and not in the browser."""

    slug_from = "name"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = False
            self.fields["slug"].widget.attrs["placeholder"] = f"made from the {self.slug_from}"

    def clean_slug(self):
        return self.cleaned_data["slug"] or slug_of(self.data.get(self.add_prefix(self.slug_from), ""))


class DeskModelAdmin(admin.ModelAdmin):
    """`modules` are the page's own ES modules. They load on forms only: a change list prints no import map."""

    form = QuietForm
    actions_on_top, actions_on_bottom = False, True
    list_per_page = 50
    modules = ()

    def view_on_site(self, obj):
        """The address itself, not the shortcut that looks it up: `site` leaves that one out."""
        return f"{settings.SITE_URL}{obj.get_absolute_url()}" if hasattr(obj, "get_absolute_url") else None

    def lookup_allowed(self, lookup, value, request=None):
        """Only what the filters offer: a change list answers no questions about other columns."""
        names = {self.date_hierarchy, *map(_parameter, self.list_filter)}
        return lookup.split("__")[0] in names and super().lookup_allowed(lookup, value, request)

    def response_action(self, request, queryset):
        """A key that cannot be one was forged: stock asks the database for it, and fails."""
        if not all(key.isdecimal() and len(key) < 19 for key in request.POST.getlist(ACTION_CHECKBOX_NAME)):
            raise BadRequest("These are no rows of the list.")
        return super().response_action(request, queryset)

    def render_change_form(self, request, context, *args, **kwargs):
        scripts = Media(js=[Script(module, type="module") for module in self.modules])
        context["media"] = Media.from_media(context["media"] + scripts).with_nonce(str(request.csp_nonce))
        return super().render_change_form(request, context, *args, **kwargs)


def _parameter(spec):
    """What a filter, declared by field, (field, class) or class, is called in the address."""
    spec = spec[0] if isinstance(spec, tuple) else spec
    return getattr(spec, "parameter_name", spec)


class ReadOnlyAdmin(DeskModelAdmin):
    """A record of what happened: nobody adds to it, changes it or throws it away."""

    change_form_template = "desk/record_form.html"

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


def without_side_doors(field):
    """Take the pencil, plus, cross and eye from a chooser: what it chooses from is kept elsewhere."""
    for door in ("add", "change", "delete", "view"):
        setattr(field.widget, f"can_{door}_related", False)
    return field
