"""Sections and tags. A tag's other names are written with it, by `tagging`."""

import taggit.admin  # noqa: F401  it registers the library's own tags, which are not ours
from django import forms
from django.contrib import admin
from django.db.models import Count
from taggit.models import Tag as UnusedTag

from articles import tagging
from articles.models import DeskMember, Section, Tag, TagAlias
from articles.text.tags import key

from .addresses import FixedAddress
from .layout import DeskModelAdmin, SlugForm

admin.site.unregister(UnusedTag)


@admin.register(Section)
class SectionAdmin(FixedAddress, DeskModelAdmin):
    form = SlugForm
    published = "editions"
    list_display = ("name", "slug", "position", "ink")
    search_fields = ("name", "slug")

    def get_deleted_objects(self, objs, request):
        """An account narrowed to a section that goes would be narrowed no more, and see everything."""
        *told, protected = super().get_deleted_objects(objs, request)
        kept = [section for section in objs if DeskMember.objects.filter(sections=section).exists()]
        return *told, [*protected, *(f"accounts that work in “{section}”: give them another first" for section in kept)]


class TagForm(SlugForm):
    other_names = forms.CharField(
        label="Other names",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="One on each line. They resolve to this tag while typing and redirect their old addresses.",
    )

    class Meta:
        model = Tag
        fields = ("name", "slug", "description", "topic")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk and "other_names" in self.fields:
            self.fields["other_names"].initial = "\n".join(self.instance.aliases.values_list("name", flat=True))

    def clean_slug(self):
        """An address of its own, or one that is free; never one that leads to another tag."""
        slug = self.cleaned_data["slug"]
        other = TagAlias.objects.filter(slug=slug).exclude(tag=self.instance.pk).select_related("tag").first()
        if other:
            told = f"This address leads to the tag “{other.tag}”, which is also called “{other}”. Choose another."
            raise forms.ValidationError(told, code="slug-taken")
        return slug or tagging.free_slug(self.data.get(self.add_prefix("name"), ""), besides=self.instance.pk)

    def clean_other_names(self):
        return [name for line in self.cleaned_data["other_names"].splitlines() if (name := line.strip()[:100])]

    def clean(self):
        """Say which names are taken before the writer refuses them."""
        super().clean()
        names = [self.cleaned_data.get("name", ""), *self.cleaned_data.get("other_names", ())]
        for taken, tag in tagging.known(names).items():
            if tag.pk != self.instance.pk:
                field = "name" if key(names[0]) == taken else "other_names"
                self.add_error(field, f"“{taken}” already belongs to the tag “{tag}”.")
        return self.cleaned_data


@admin.register(Tag)
class TagAdmin(FixedAddress, DeskModelAdmin):
    form = TagForm
    fields = ("name", "slug", "other_names", "description", "topic")
    list_display = ("name", "other_names", "stories", "topic")
    search_fields = ("name", "aliases__name")
    list_per_page = 100

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except tagging.Refused:
            # Somebody took the name between our reading and our writing: read again, and the form says so itself.
            return super().changeform_view(request, object_id, form_url, extra_context)

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(used=Count("tagged_articles")).prefetch_related("aliases")

    @admin.display(description="Other names")
    def other_names(self, tag):
        return ", ".join(alias.name for alias in tag.aliases.all())

    @admin.display(description="Stories", ordering="used")
    def stories(self, tag):
        return tag.used

    def save_model(self, request, obj, form, change):
        tagging.save_tag(obj, aliases=form.cleaned_data["other_names"])
