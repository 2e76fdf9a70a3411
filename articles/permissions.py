"""Who may do what: every interface asks here, before anything else. Predicates read, they never write."""

# group -> permission codenames of the app; `create_groups` puts them into the database
REPORTER = ["add_article", "change_article", "view_article", "view_image", "add_image", "change_image", "view_tag"]
COPY_EDITOR = [*REPORTER, "view_section", "view_author", "view_source", "view_delivery", "view_importrecord"]
EDITOR = [
    *COPY_EDITOR,
    "publish_article",
    "add_tag",
    "change_tag",
    "add_author",
    "change_author",
]
MANAGING_EDITOR = [
    *EDITOR,
    "delete_tag",
    "delete_author",
    "delete_image",
    "add_section",
    "change_section",
    "delete_section",
    "add_page",
    "change_page",
    "delete_page",
    "view_page",
    "change_source",
]
GROUPS = {
    "Reporters": REPORTER,
    "Copy editors": COPY_EDITOR,
    "Editors": EDITOR,
    "Managing editors": MANAGING_EDITOR,
}


def may_see(user, article):
    return user.has_perm("articles.view_article") or user.has_perm("articles.change_article")


def may_edit(user, article):
    return user.has_perm("articles.change_article")


def may_move(user, article):
    """Move a story between draft, in review, ready and spiked."""
    return user.has_perm("articles.change_article")


def may_publish(user, article):
    return user.has_perm("articles.publish_article")


def may_see_original(user, record):
    """Download the bytes that an import brought in."""
    return user.has_perm("articles.view_importrecord")


def may_use_tags(user, tag):
    return user.has_perm("articles.view_tag")


def may_make_tags(user):
    """Write a tag that is not there yet on a story."""
    return user.has_perm("articles.add_tag")


def may_decide(user, record):
    """Take newer imported text over an edited story, or keep ours."""
    return user.has_perm("articles.change_article") and user.has_perm("articles.view_importrecord")


def may_see_picture(user, image):
    return user.has_perm("articles.view_image") or user.has_perm("articles.change_image")


def may_manage_user(user, other):
    """Change another person's account: nobody manages somebody who may do more than they may themselves."""
    return user.is_superuser or (not other.is_superuser and other.get_all_permissions() <= user.get_all_permissions())


def may_raise(user, other):
    """Change what an account may do: never one's own."""
    return user.is_superuser or (user.pk != other.pk and may_manage_user(user, other))


def grantable(user, groups):
    """Of `groups` those that give nothing which `user` does not have; permissions are prefetched by the caller."""
    if user.is_superuser:
        return list(groups)
    own = user.get_all_permissions()
    return [group for group in groups if _given_by(group) <= own]


def _given_by(group):
    return {f"{permission.content_type.app_label}.{permission.codename}" for permission in group.permissions.all()}
