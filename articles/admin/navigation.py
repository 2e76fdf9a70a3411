"""The sidebar: the desk's own groups, each model with an icon, at most two numbers that mean work."""

from django.urls import reverse

from articles import permissions
from articles.models import Article, ImportRecord, Report

# group -> [(model, icon)]; a registered model that is not named here lands in the last group, never nowhere
GROUPS = {
    "Desk": [
        ("articles.article", "file-text"),
        ("articles.report", "triangle-alert"),
        ("articles.transition", "history"),
    ],
    "Paper": [
        ("articles.correction", "message-square-warning"),
        ("articles.withdrawal", "octagon-alert"),
        ("articles.section", "columns-3"),
        ("articles.tag", "tags"),
        ("articles.author", "pen-line"),
        ("articles.page", "newspaper"),
        ("articles.paper", "sun"),
        ("articles.issue", "newspaper"),
        ("articles.subscriber", "users"),
    ],
    "Pictures": [("articles.image", "image")],
    "Intake": [
        ("articles.delivery", "inbox"),
        ("articles.importrecord", "git-compare"),
        ("articles.source", "rss"),
    ],
    "Settings": [("auth.user", "users"), ("auth.group", "shield")],
}
OTHERS = "settings"


def grouped(apps, user):
    """Django's list of apps as the desk's groups, in the same shape; the numbers count what `user` may see."""
    models = {f"{app['app_label']}.{m['object_name']}".lower(): m for app in apps for m in app["models"]}
    badges = _badges(models, user)
    groups = {
        name: [_entry(models.pop(label), icon, badges.get(label)) for label, icon in entries if label in models]
        for name, entries in GROUPS.items()
    }
    groups["Settings"] += [_entry(model, OTHERS, None) for model in models.values()]
    return [_group(name, entries) for name, entries in groups.items() if entries]


def _entry(model, icon, badge):
    return {**model, "icon": f"desk/icons/{icon}.svg", "badge": badge}


def _group(name, entries):
    home = reverse("admin:index")
    return {"name": name, "app_label": name.lower(), "app_url": home, "has_module_perms": True, "models": entries}


def _badges(models, user):
    """(number, what it counts) of what waits for somebody; one count each, of an index."""
    waiting = {}
    if "articles.article" in models:
        seen = Article.objects.kept().filter(permissions.stories_seen_by(user))
        waiting["articles.article"] = (seen.filter(stage=Article.Stage.REVIEW).count(), "in review")
    if "articles.report" in models:
        told = Report.objects.filter(permissions.reports_seen_by(user))
        waiting["articles.report"] = (told.waiting().count(), "waiting")
    if "articles.importrecord" in models:
        waiting["articles.importrecord"] = (ImportRecord.objects.waiting().count(), "waiting")
    return waiting
