"""Where an account works: on the form of the account, for those who manage people."""

from django import forms
from django.contrib import admin

from articles import permissions
from articles.models import DeskMember, Section

from .layout import QuietForm, without_side_doors
from .zone_field import ZoneInput


class MemberForm(QuietForm):
    giver = None  # whoever gives the sections; the inline sets it on the class that it makes for each request

    class Meta:
        model = DeskMember
        fields = ("sections", "time_zone")
        widgets = {"sections": forms.CheckboxSelectMultiple(), "time_zone": ZoneInput()}
        help_texts = {"sections": "Works in these sections only; none ticked: all."}

    def clean_sections(self):
        """None ticked is all of them, which is more than somebody has who works in some."""
        chosen = self.cleaned_data["sections"]
        if permissions.section_ids(self.giver) and not chosen:
            raise forms.ValidationError("Tick at least one of your own sections.", code="all-sections")
        return chosen


class MemberInline(admin.StackedInline):
    """Nobody but a superuser changes their own narrowing, and nobody gives a section that they do not work in."""

    model, form = DeskMember, MemberForm
    template = "desk/member_inline.html"
    extra = max_num = 1
    can_delete = False

    def has_add_permission(self, request, obj=None):
        return super().has_add_permission(request, obj) and self._may_raise(request, obj)

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and self._may_raise(request, obj)

    def _may_raise(self, request, obj):
        return obj is None or permissions.may_raise(request.user, obj)

    def get_formset(self, request, obj=None, **kwargs):
        formset = super().get_formset(request, obj, **kwargs)
        formset.form.giver = request.user
        return formset

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        narrowed = permissions.section_ids(request.user)
        kwargs["queryset"] = Section.objects.filter(pk__in=narrowed) if narrowed else Section.objects.all()
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        return without_side_doors(field) if db_field.name == "sections" else field


def begin(user, *, by):
    """A new account works where the one who made it does."""
    if narrowed := permissions.section_ids(by):
        DeskMember.objects.create(user=user).sections.set(narrowed)
