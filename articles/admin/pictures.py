"""Pictures: a grid, an upload that the writer reads and re-encodes, and a form with the focal point."""

import hashlib

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.html import format_html
from django.views.decorators.csrf import csrf_protect

from articles import images, pictures
from articles.models import Image

from . import picture_file, picture_upload, picture_uses, suggestions
from .layout import DeskModelAdmin, QuietForm

NUMBERS = {"step": "0.001", "min": 0, "max": 1}


class PictureForm(QuietForm):
    """What the desk says about a picture. The file is taken once; another file is another picture."""

    class Meta:
        model = Image
        fields = sorted(pictures.FIELDS)
        widgets = {
            "alt": forms.Textarea(attrs={"rows": 2}),
            "caption": forms.Textarea(attrs={"rows": 2}),
            "focal_x": forms.NumberInput(attrs=NUMBERS),
            "focal_y": forms.NumberInput(attrs=NUMBERS),
        }


class UploadForm(PictureForm):
    file = forms.FileField(label="File", help_text="JPEG, PNG, WebP or GIF. Place and camera data are taken out.")

    def clean_file(self):
        """Bytes that are here already are a picture with words of its own: those typed now are not put over them."""
        file = self.cleaned_data["file"]
        there = Image.objects.filter(sha256=hashlib.file_digest(file, "sha256").hexdigest()).first()
        file.seek(0)
        if there:
            url = reverse("admin:articles_image_change", args=[there.pk])
            told = 'This picture is here already, as <a href="{}">{}</a>. Nothing was added or changed.'
            raise ValidationError(format_html(told, url, there.title), code="here-already")
        return file

    def clean(self):
        """Ask the writer, which reads the bytes: what it cannot use is said beside the file."""
        super().clean()
        if not self.errors:
            self._add()
        return self.cleaned_data

    def _add(self):
        told = {name: value for name, value in self.cleaned_data.items() if name in pictures.FIELDS}
        if "origin" not in self.changed_data:
            del told["origin"]  # nobody chose it: the picture itself may say how it was made
        try:
            self.added = pictures.add(self.cleaned_data["file"], by=self.user, **told)
        except images.Unusable as unusable:
            self.add_error("file", ValidationError(str(unusable), code="unusable"))
        except ValidationError as invalid:
            self.add_error(None, invalid)


@admin.register(Image)
class ImageAdmin(DeskModelAdmin):
    form = PictureForm
    change_list_template, change_form_template = "desk/image_list.html", "desk/image_form.html"
    list_display = ("title", "credit")
    list_filter = ("origin",)
    search_fields = ("title", "alt", "credit", "caption")
    list_per_page = 40
    modules = ("desk/focal.js",)
    TOLD = ("title", "alt", "decorative", "caption", "credit", "rights", "expires_on", "origin")
    FOCAL = ("Focal point as numbers", {"fields": (("focal_x", "focal_y"),), "classes": ("collapse",)})

    def get_fieldsets(self, request, obj=None):
        if obj is None:
            return [(None, {"fields": ("file", *self.TOLD)})]
        return [(None, {"fields": self.TOLD}), self.FOCAL]

    def get_form(self, request, obj=None, change=False, **kwargs):
        if obj is None:
            kwargs |= {"form": UploadForm, "fields": self.TOLD}
        form = super().get_form(request, obj, change, **kwargs)
        form.user = request.user
        return form

    @method_decorator(csrf_protect)
    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """The stock view without its transaction: that would hold SQLite's lock for as long as encoding takes."""
        return self._changeform_view(request, object_id, form_url, extra_context)

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        context["uses"] = picture_uses.of(obj, request.user) if obj else None
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def save_model(self, request, obj, form, change):
        if change:
            pictures.save(obj, **{name: form.cleaned_data[name] for name in form.changed_data})
        else:
            obj.pk = form.added.pk

    def get_urls(self):
        page = self.admin_site.admin_view
        return [
            path("<int:pk>/file/", page(picture_file.file, cacheable=True), name="articles_image_file"),
            path("library/", page(suggestions.pictures), name="articles_image_library"),
            path("upload/", page(picture_upload.upload), name="articles_image_upload"),
            *super().get_urls(),
        ]
