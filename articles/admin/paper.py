"""The paper's own settings: one page, no list."""

from django import forms
from django.conf import settings
from django.contrib import admin
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from articles import images, logos
from articles.images.reading import BYTES
from articles.models import Licence, Paper
from articles.models.paper import ONLY
from articles.text import well_known

from .layout import DeskModelAdmin, QuietForm

RULES = "JPEG, PNG, WebP or GIF, no SVG. It is shown 60 pixels high at most, so 240 are plenty."

TEXTS = ("trust_txt", "security_txt", "ads_txt")


class PaperForm(QuietForm):
    new_logo = forms.FileField(label="Logo", required=False, help_text=f"Stands for the name in the masthead. {RULES}")
    without_logo = forms.BooleanField(label="Take the logo off", required=False)

    class Meta:
        labels = {name: name.replace("_", ".") for name in TEXTS}
        widgets = dict.fromkeys(TEXTS, forms.Textarea({"rows": 4, "spellcheck": "false"}))

    def clean(self):
        """Terms of our own have to be said."""
        super().clean()
        if self.cleaned_data.get("licence") == Licence.OWN and not self.cleaned_data.get("licence_terms", "").strip():
            self.add_error("licence_terms", ValidationError("Write down your terms.", code="no-terms"))
        return self.cleaned_data

    def clean_new_logo(self):
        """Read here, so that what cannot be used is said beside the file; `logos` stores what comes of it."""
        file = self.cleaned_data["new_logo"]
        if not file:
            return None
        try:
            return logos.drawn(file.read(BYTES + 1))
        except images.Unusable as unusable:
            raise ValidationError(str(unusable), code="unusable") from unusable

    def clean_trust_txt(self):
        return self._without_objection("trust_txt", well_known.against_trust)

    def clean_ads_txt(self):
        return self._without_objection("ads_txt", well_known.against_ads)

    def clean_security_txt(self):
        """Asked only when it was changed: one that is past its end must not keep the rest from being saved."""
        if "security_txt" not in self.changed_data:
            return self.cleaned_data["security_txt"]
        return self._without_objection("security_txt", lambda text: well_known.against_security(text, timezone.now()))

    def _without_objection(self, field, against):
        text = self.cleaned_data[field].replace("\r\n", "\n")
        if text.strip() and (found := list(against(text))):
            raise ValidationError([ValidationError(said, code="not-by-the-rules") for said in found])
        return text

    def clean_digest_is_on(self):
        """Nobody is to subscribe to what cannot be sent."""
        is_on = self.cleaned_data["digest_is_on"]
        if is_on and settings.EMAIL_BACKEND.endswith("dummy.EmailBackend"):
            told = "No mail can be sent yet: put EMAIL_URL into the settings first (docs/settings.md)."
            raise ValidationError(told, code="no-mail")
        return is_on


@admin.register(Paper)
class PaperAdmin(DeskModelAdmin):
    form = PaperForm
    fieldsets = (
        ("Who we are", {"fields": ("name", "place", "tagline")}),
        ("Logo", {"fields": ("new_logo", "without_logo", "logo_in_dark")}),
        ("What others may print", {"fields": ("licence", "licence_terms")}),
        ("How we are set", {"fields": ("headline_face", "text_face", "ground")}),
        ("For machines", {"fields": ("train_ai", "answer_with_ai", "trust_txt", "security_txt", "ads_txt")}),
        ("Daily digest", {"fields": ("digest_is_on", "digest_when", "digest_sender")}),
    )

    def _address(self, name, *args):
        return reverse(f"admin:articles_paper_{name}", args=args)

    def has_add_permission(self, request):
        return super().has_add_permission(request) and not Paper.objects.exists()

    def has_delete_permission(self, request, obj=None):
        return False

    def changelist_view(self, request, extra_context=None):
        """There is one row: straight to it, or to the form that makes it."""
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied
        there = Paper.objects.exists()
        return HttpResponseRedirect(self._address("change", ONLY) if there else self._address("add"))

    def save_model(self, request, obj, form, change):
        drawing = form.cleaned_data["new_logo"]
        if drawing or form.cleaned_data["without_logo"]:
            logos.put_on(obj, drawing)
        super().save_model(request, obj, form, change)
