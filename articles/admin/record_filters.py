"""What the record of the desk can be narrowed to: kinds of act, people, sections, days."""

from datetime import date, datetime, time, timedelta

from django.contrib import admin
from django.contrib.auth import get_user_model
from django.utils import timezone

from articles import permissions
from articles.models import Section, Transition

NOBODY = "none"


class ActionFilter(admin.SimpleListFilter):
    title, parameter_name = "what", "action"

    def lookups(self, request, model_admin):
        return Transition.Action.choices

    def queryset(self, request, queryset):
        return queryset.filter(action=self.value()) if self.value() in Transition.Action.values else queryset


class PersonFilter(admin.SimpleListFilter):
    title, parameter_name = "who", "who"

    def lookups(self, request, model_admin):
        people = get_user_model().objects.filter(is_staff=True).order_by("first_name", "last_name", "username")
        named = [(str(person.pk), person.get_full_name() or person.get_username()) for person in people]
        return [*named, (NOBODY, "Imports and the command line")]

    def queryset(self, request, queryset):
        if self.value() == NOBODY:
            return queryset.filter(by=None)
        return queryset.filter(by=self.value()) if _is_key(self.value()) else queryset


class SectionFilter(admin.SimpleListFilter):
    title, parameter_name = "section", "section"

    def lookups(self, request, model_admin):
        narrowed = permissions.section_ids(request.user)
        sections = Section.objects.filter(pk__in=narrowed) if narrowed else Section.objects.all()
        return [(str(section.pk), section.name) for section in sections]

    def queryset(self, request, queryset):
        return queryset.filter(article__section=self.value()) if _is_key(self.value()) else queryset


class DaysFilter(admin.ListFilter):
    """Two days, both of them in it; they begin and end at midnight in the newsroom."""

    title, template = "days", "desk/filter_days.html"
    names = ("from", "to")

    def __init__(self, request, params, model, model_admin):
        super().__init__(request, params, model, model_admin)
        self.used_parameters = {name: params.pop(name)[-1] for name in self.names if name in params}
        self.kept = [(name, value) for name, values in request.GET.lists() for value in values if name not in _MINE]

    def has_output(self):
        return True

    def expected_parameters(self):
        return [*self.names]

    def choices(self, changelist):
        """One: the two days as they were asked for, and what else the form has to keep."""
        first, last = (_day(self.used_parameters.get(name)) for name in self.names)
        yield {"first": first, "last": last, "kept": self.kept, "selected": bool(first or last)}

    def queryset(self, request, queryset):
        first, last = (_day(self.used_parameters.get(name)) for name in self.names)
        queryset = queryset.filter(at__gte=_midnight(first)) if first else queryset
        return queryset.filter(at__lt=_midnight(last + timedelta(1))) if last else queryset


_MINE = {*DaysFilter.names, "p"}
FILTERS = (ActionFilter, PersonFilter, SectionFilter, DaysFilter)


def _is_key(value):
    return bool(value) and value.isdecimal() and len(value) < 10


def _day(text):
    """A day of this era that has a day after it; None for what is none."""
    try:
        read = date.fromisoformat(text or "")
    except ValueError:
        return None
    return read if 1900 <= read.year <= 9000 else None


def _midnight(day):
    return timezone.make_aware(datetime.combine(day, time.min))
