"""The bulk actions of the story list: each story is asked about and written on its own, what is refused is named."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied

from articles import editing, permissions, stages
from articles.models import Article

from . import making_moves
from .story_filters import in_the_bin

NOT_YOURS = "this is not yours to do."


class BulkActions:
    actions = ("submit", "mark_ready", "assign_to_me", "spike", "put_in_bin", "take_out_of_bin")

    def get_actions(self, request):
        """What somebody may do to any story at all; under the bin's tab, only the way out."""
        offered = {name: self._offered(request, name) for name in self.actions}
        return {name: action for name, action in super().get_actions(request).items() if offered.get(name)}

    def _offered(self, request, name):
        if in_the_bin(request) or name == "take_out_of_bin":
            return in_the_bin(request) and name == "take_out_of_bin" and permissions.may_bin(request.user)
        if name in stages.NAMED:
            return permissions.has(request.user, stages.NAMED[name].permission)
        return {"assign_to_me": permissions.may_assign, "put_in_bin": permissions.may_bin}[name](request.user)

    @admin.action(description="Submit for review")
    def submit(self, request, queryset):
        self._move_each(request, queryset, "submit", "submitted for review")

    @admin.action(description="Mark ready")
    def mark_ready(self, request, queryset):
        self._move_each(request, queryset, "mark_ready", "marked ready")

    @admin.action(description="Assign to me")
    def assign_to_me(self, request, queryset):
        def assign(article):
            _ask(permissions.may_assign(request.user, article))
            editing.assign(article, to=request.user, by=request.user)

        self._each(request, queryset, assign, "assigned")

    @admin.action(description="Spike")
    def spike(self, request, queryset):
        self._move_each(request, queryset, "spike", "spiked")

    @admin.action(description="Put in the bin")
    def put_in_bin(self, request, queryset):
        def put(article):
            _ask(permissions.may_bin(request.user, article))
            editing.bin_story(article, by=request.user)

        self._each(request, queryset, put, "put in the bin")

    @admin.action(description="Take out of the bin")
    def take_out_of_bin(self, request, queryset):
        def take(article):
            _ask(permissions.may_bin(request.user, article))
            editing.unbin_story(article, by=request.user)

        self._each(request, queryset, take, "taken out of the bin")

    def _move_each(self, request, queryset, name, done):
        move = stages.NAMED[name]
        self._each(request, queryset, lambda article: making_moves.make(move, article, by=request.user), done)

    def _each(self, request, queryset, change, done):
        number = 0
        for article in Article.objects.filter(pk__in=queryset.order_by().values("pk")):
            try:
                change(article)
                number += 1
            except editing.Refused as refused:
                self._tell(request, article, refused)
            except PermissionDenied:
                self._tell(request, article, NOT_YOURS)
        if number:
            self.message_user(request, f"{number} {'story' if number == 1 else 'stories'} {done}.", messages.SUCCESS)

    def _tell(self, request, article, why):
        self.message_user(request, f"{article.headline}: {why}", messages.WARNING)


def _ask(allowed):
    if not allowed:
        raise PermissionDenied
