"""Sections, tags and authors have pages of their own: once published, the address stays and the thing stays too."""

FIXED = "Published stories link to this address, so it stays as it is."


class FixedAddress:
    """For the admin of a model with a slug. `published` names the relation from published stories' rows."""

    published = "edition_rows"

    def is_published(self, obj):
        return getattr(obj, self.published).exists()

    def get_readonly_fields(self, request, obj=None):
        fields = super().get_readonly_fields(request, obj)
        return [*fields, "slug"] if obj and self.is_published(obj) else fields

    def get_form(self, request, obj=None, change=False, **kwargs):
        if obj and self.is_published(obj):
            kwargs["help_texts"] = {"slug": FIXED}
        return super().get_form(request, obj, change, **kwargs)

    def get_deleted_objects(self, objs, request):
        """As the admin has it, and what published stories link to is protected like what they point to."""
        *told, protected = super().get_deleted_objects(objs, request)
        used = [obj for obj in objs if self.is_published(obj)]
        return *told, [*protected, *(f"published stories with “{obj}”, which link to its page" for obj in used)]
