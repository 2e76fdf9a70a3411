"""The daily digest, for readers: to ask for it, to confirm, and to leave it with one click and no questions.

What a link in a mail does, a button on its page does, since programs follow links to look at them. RFC 8058: a mail
program posts to the address that leaves, without anybody's cookie. While there is no digest, neither is there a page to
ask for it; who gets it can leave all the same. A link that means nobody is answered as one whose address has left.
"""

import logging
from smtplib import SMTPException

from django import forms
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from articles import daily, freshness, printing, subscribing
from articles.letterbox import Letter

from . import chrome
from .answering import page

log = logging.getLogger(__name__)
PRIVATE = {
    "Cache-Control": "private, no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow",
}
NOT_SENT = _("The mail could not be sent just now. Please try again in a while.")


class AskForm(Letter):
    purpose, each, altogether = "digest", 5, 120

    email = forms.EmailField(
        label=_("Your email address"),
        max_length=254,
        error_messages={
            "required": _("Write the address that the digest is to go to."),
            "invalid": _("Write an address such as name@example.org."),
        },
    )


@csrf_exempt  # `letterbox` tells why that is safe
@require_http_methods(["GET", "HEAD", "POST"])
def digest(request):
    frame = _frame(request)
    with translation.override(printing.spoken(frame.context["site_language"])):
        form = AskForm(request)
        if request.method == "POST" and form.is_valid():
            if _written_to(form.cleaned_data["email"], frame.paper):
                return HttpResponseRedirect(reverse("digest-asked"))
            form.give_back(NOT_SENT)
        text = printing.render("pages/digest.html", frame, {"path": request.path_info, "form": form})
    return freshness.without_body(request, HttpResponse(text, status=form.status, headers=form.headers))


@require_safe
def asked(request):
    days = subscribing.UNCONFIRMED_FOR.days
    return page(request, _frame(request), "pages/digest_asked.html", {"days": days}, of=(days,))


@csrf_exempt  # the link is the secret, and there is no cookie to misuse
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request, token):
    frame = _frame(request)
    subscriber = subscribing.to_confirm(token)
    if subscriber is None:
        raise Http404
    if request.method == "POST":
        subscribing.confirm(subscriber)
    return _private(request, frame, "pages/digest_confirm.html", {"is_done": subscriber.confirmed_at is not None})


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def leave(request, token):
    subscriber = subscribing.to_leave(token)
    if subscriber and request.method == "POST":
        subscribing.erase(subscriber)
    is_done = subscriber is None or request.method == "POST"
    return _private(request, chrome.load(request), "pages/digest_leave.html", {"is_done": is_done})


def _frame(request):
    """The chrome, while there is a digest to ask for."""
    frame = chrome.load(request)
    if not frame.paper.digest_is_on:
        raise Http404
    return frame


def _written_to(email, paper):
    """Whether the address was written to, or was just before; asking again for it sends no second mail."""
    answer = subscribing.ask(email)
    if answer is None:
        return True
    subscriber, token = answer
    try:
        daily.to_confirm(subscriber, token, paper).send()
    except (SMTPException, OSError) as error:
        subscribing.not_written_to(subscriber)
        log.warning("A mail that asks to confirm was not sent: %s", error)
        return False
    return True


def _private(request, frame, template, told):
    text = printing.render(template, frame, {"path": request.path_info, **told})
    return freshness.without_body(request, HttpResponse(text, headers=PRIVATE))
