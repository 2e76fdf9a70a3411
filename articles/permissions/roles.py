"""The groups of the desk and what each may do."""

# group -> permission codenames, of this app where no other is named; `create_groups` puts them into the database
REPORTER = [
    "add_article",
    "change_article",
    "view_article",
    "submit_article",
    "view_image",
    "add_image",
    "change_image",
    "view_tag",
]
COPY_EDITOR = [
    *REPORTER,
    "edit_any_article",
    "send_back_article",
    "ready_article",
    "spike_article",
    "share_preview",
    "view_section",
    "view_author",
    "view_source",
    "view_delivery",
    "view_importrecord",
    "view_transition",
    "view_correction",
]
EDITOR = [
    *COPY_EDITOR,
    "publish_article",
    "correct_article",
    "withdraw_article",
    "kill_article",
    "arrange_front",
    "view_withdrawal",
    "add_tag",
    "change_tag",
    "add_author",
    "change_author",
]
MANAGING_EDITOR = [
    *EDITOR,
    "revive_article",
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
    "view_deskmember",
    "add_deskmember",
    "change_deskmember",
    "auth.view_user",
    "auth.add_user",
    "auth.change_user",
]
GROUPS = {
    "Reporters": REPORTER,
    "Copy editors": COPY_EDITOR,
    "Editors": EDITOR,
    "Managing editors": MANAGING_EDITOR,
}
