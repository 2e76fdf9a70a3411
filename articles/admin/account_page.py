"""Everybody's own page: the zone in which the desk tells them the time, and the way to a new password."""

from django.contrib import messages
from django.contrib.admin import site
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from articles.models import DeskMember
from articles.text import clock

from . import zones
from .layout import QuietForm
from .zone_field import ZoneInput


class ZoneForm(QuietForm):
    """The zone alone: which sections an account works in is not its own to say."""

    class Meta:
        model = DeskMember
        fields = ("time_zone",)
        widgets = {"time_zone": ZoneInput(attrs={"placeholder": "Africa/Johannesburg"})}


@require_http_methods(["GET", "HEAD", "POST"])
def account(request):
    member = DeskMember.objects.filter(user=request.user).first()
    form = ZoneForm(request.POST or None, instance=member or DeskMember(user_id=request.user.pk))
    if request.method == "POST" and form.is_valid():
        zone = form.cleaned_data["time_zone"]
        DeskMember.objects.update_or_create(user=request.user, defaults={"time_zone": zone})
        messages.success(request, "Saved. Times are told in your zone beside the newsroom’s.")
        return HttpResponseRedirect(request.path)
    told = {"title": "Your account", "form": form, "now": _now(member)}
    return render(request, "desk/account.html", {**site.each_context(request), **told})


def _now(member):
    """The time now as the desk tells it to this person: (place, date and time) for each zone."""
    now = timezone.now()
    return clock.in_zones(now, zones.of(member.user if member else None).values(), now)
