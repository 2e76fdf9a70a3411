"""“Report an error”: what a reader has seen goes to the desk. No account, no cookie, nothing that is shown to anybody.

The page for a story that readers cannot see is the one for no story: it tells nobody what there is.
"""

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from articles import freshness, printing, reports
from articles.letterbox import Letter
from articles.models import Edition

from . import chrome
from .answering import page

LONGEST_PATH = 200


class ReportForm(Letter):
    purpose, each, altogether = "report", 5, 60

    text = forms.CharField(
        label=_("What is wrong?"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": _("Say what is wrong.")},
    )
    passage = forms.CharField(
        label=_("Which words are wrong?"), max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    name = forms.CharField(label=_("Your name"), max_length=120, required=False)
    email = forms.EmailField(
        label=_("Your email address"),
        required=False,
        error_messages={"invalid": _("Write an address such as name@example.org, or leave it empty.")},
    )


@csrf_exempt  # `letterbox` tells why that is safe
@require_http_methods(["GET", "HEAD", "POST"])
def report(request):
    frame, edition = chrome.load(request), _edition(request)
    form, language = ReportForm(request), edition.language if edition else ""
    with translation.override(printing.spoken(language)):
        if request.method == "POST" and form.is_valid():
            told = {name: form.cleaned_data[name] for name in ("text", "passage", "name", "email")}
            reports.receive(**told, edition=edition)
            return HttpResponseRedirect(reverse("report-thanks"))
        text = printing.render("pages/report.html", frame, _context(request, form, edition), language=language)
        status, headers = form.status, form.headers
    return freshness.without_body(request, HttpResponse(text, status=status, headers=headers))


@require_safe
def thanks(request):
    return page(request, chrome.load(request), "pages/report_thanks.html", {}, of=())


def _edition(request):
    """The story that is meant, as readers have it now; None for any other address, and for none."""
    told = request.POST if request.method == "POST" else request.GET
    path = told.get("story", "")[:LONGEST_PATH].replace("\0", "")
    readable = Edition.objects.at(freshness.moment(request)).for_cards()
    return readable.select_related("article").filter(path=path).first() if path else None


def _context(request, form, edition):
    direction = {"page_direction": edition.direction} if edition else {}
    return {"path": request.path_info, "form": form, "story": edition, **direction}
