"""Authors: the people whose names stand on stories."""

from django.contrib import admin
from django.db.models import Count

from articles import permissions, pictures
from articles.models import Author

from .addresses import FixedAddress
from .layout import DeskModelAdmin, SlugForm, without_side_doors
from .picture_field import PictureSelect, offer


class AuthorForm(SlugForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "portrait" in self.fields:
            offer(self.fields["portrait"], self["portrait"].value())


@admin.register(Author)
class AuthorAdmin(FixedAddress, DeskModelAdmin):
    form = AuthorForm
    fields = ("name", "role", "beats", "email", "contact", "portrait", "bio", "slug", "user")
    list_display = ("name", "role", "email", "stories")
    search_fields = ("name", "email")

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(written=Count("bylines"))

    def get_readonly_fields(self, request, obj=None):
        """A story is its authors' own: whoever could name their own account here would open any story to themselves."""
        fields = super().get_readonly_fields(request, obj)
        return fields if permissions.may_name_account(request.user) else [*fields, "user"]

    @admin.display(description="Stories", ordering="written")
    def stories(self, author):
        return author.written

    def save_model(self, request, obj, form, change):
        """The portrait is kept as a page shows it, so that showing it asks nothing."""
        obj.picture = pictures.frozen(obj.portrait)
        super().save_model(request, obj, form, change)

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        field = super().formfield_for_foreignkey(db_field, request, **kwargs)
        if db_field.name == "portrait":
            field.widget = PictureSelect()
        return field

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        return without_side_doors(field) if db_field.name in ("user", "portrait") else field
