"""What happens when a story's form is sent: the text is saved first, then a stage button does its work."""

from django.contrib import messages
from django.contrib.admin.templatetags.admin_urls import add_preserved_filters
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html

from articles import editing, permissions, stages, tagging, windows
from articles.models import Article

from . import conflict, making_moves, reading_page
from .told import moment

MOVED = {
    Article.Stage.DRAFT: "Done. The story is a draft now.",
    Article.Stage.REVIEW: "Done. The story is in review now.",
    Article.Stage.READY: "Done. The story is ready now.",
    Article.Stage.SPIKED: "Done. The story is spiked.",
}


class Saving:
    """For the admin of stories. Every write goes through a writer."""

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        if request.method == "POST" and object_id is not None:
            story = self.get_object(request, object_id)
            if story and permissions.may_see(request.user, story) and not permissions.may_edit(request.user, story):
                return self._without_editing(request, story)
            if story and conflict.AGAINST in request.POST:
                form = self.get_form(request, story, change=True)(request.POST, instance=story)
                request.POST = conflict.settled(form) or request.POST
        try:
            response = super().changeform_view(request, object_id, form_url, extra_context)
        except editing.Conflict:
            # Somebody saved between our reading and our writing: read again, and the form says so itself.
            response = super().changeform_view(request, object_id, form_url, extra_context)
        except editing.Refused:
            # It went into the bin between our reading and our writing.
            return reading_page.not_saved(request, self.get_object(request, object_id))
        if overtaken := getattr(response, "context_data", None) and response.context_data.get("overtaken"):
            response.status_code = overtaken.status
        return response

    def _without_editing(self, request, story):
        """A move that somebody may make without editing; and what was typed before the story was taken away."""
        if "headline" in request.POST:
            return reading_page.not_saved(request, story)
        return self._moved_on(request, story) or reading_page.not_saved(request, story)

    def save_model(self, request, obj, form, change):
        """Nothing yet: the writer takes the fields with the bylines and tags, in `save_related`."""

    def save_related(self, request, form, formsets, change):
        told = {"by": request.user, "bylines": form.bylines.pairs(), "tags": tagging.resolve(form.cleaned_data["tags"])}
        if not change:
            form.instance.pk = editing.create(form.written(), **told).pk
        elif form.differs_from_current(told["bylines"], told["tags"]):
            saved = editing.save(form.current, form.written(), base_version=form.base_version, note=form.note, **told)
            self._tell_of_schedule(request, saved)

    def _tell_of_schedule(self, request, article):
        """A save can take a schedule back; otherwise what is scheduled stays as it was."""
        for edition in article.called_off:
            text = f"The embargo lasts until {moment(article.embargo_until)}, so the schedule for "
            text += f"{moment(edition.live_from)} was taken back. Nothing goes out until somebody schedules it again."
            self.message_user(request, text, messages.WARNING)
        if not self._leads_to_publishing(request) and (scheduled := windows.scheduled(article)):
            text = f"Version {scheduled[0].version} still goes live {moment(scheduled[0].live_from)}, as it was."
            if permissions.may_publish(request.user, article):
                text = format_html('{} <a href="{}">Replace it…</a>', text, _address("publish", article))
            self.message_user(request, text, messages.INFO)

    def log_addition(self, request, obj, message):
        """The revisions and transitions are the record."""

    def log_change(self, request, obj, message):
        """The revisions and transitions are the record."""

    def response_add(self, request, obj, post_url_continue=None):
        return self.response_change(request, obj)

    def response_change(self, request, obj):
        return self._moved_on(request, obj) or self._saved(request, obj)

    def _saved(self, request, obj):
        """Back to the form, or to the list as it was filtered; either says which version the desk has now."""
        article = Article.objects.get(pk=obj.pk)
        if "_continue" in request.POST:
            self.message_user(request, f"Saved. Version {article.version} is on the desk.", messages.SUCCESS)
            kept = {"preserved_filters": self.get_preserved_filters(request), "opts": self.opts}
            return HttpResponseRedirect(add_preserved_filters(kept, _address("change", article)))
        link = format_html('<a href="{}">{}</a>', _address("change", article), article)
        told = format_html("Saved: {}, version {}.", link, article.version)
        self.message_user(request, told, messages.SUCCESS)
        return self.response_post_save_change(request, article)

    def _leads_to_publishing(self, request):
        return "_publish" in request.POST or "_correct" in request.POST

    def _moved_on(self, request, obj):
        """What the stage buttons do once the text is saved; None if none was pressed."""
        if self._leads_to_publishing(request):
            query = "?correct=1" if "_correct" in request.POST else ""
            return HttpResponseRedirect(_address("publish", obj) + query)
        if move := stages.NAMED.get(request.POST.get("_stage")):
            self._move(request, Article.objects.get(pk=obj.pk), move)
            return HttpResponseRedirect(_address("change", obj))
        return None

    def _move(self, request, article, move):
        note = request.POST.get("_note", "").replace("\0", "").strip()
        try:
            making_moves.make(move, article, by=request.user, note=note)
        except editing.Refused as refused:
            kept = f" Your note was: “{note}”" if note else ""
            self.message_user(request, f"{refused}{kept}", messages.WARNING)
        else:
            self.message_user(request, MOVED[article.stage], messages.SUCCESS)


def _address(name, article):
    return reverse(f"admin:articles_article_{name}", args=[article.pk])
