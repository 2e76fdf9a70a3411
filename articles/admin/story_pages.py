"""The pages that hang on one story: route, view, name. Each asks for permission itself, through `gate`."""

from . import compare_page, end_page, intake_pages, publish_page, story_bin, suggestions, withdraw_page

PAGES = (
    ("tags/", suggestions.tags, "tag_suggest"),
    ("<int:pk>/publish/", publish_page.publish, "article_publish"),
    ("<int:pk>/publish/when/", publish_page.moment, "article_when"),
    ("<int:pk>/cancel/", publish_page.cancel, "article_cancel"),
    ("<int:pk>/end/", end_page.end, "article_end"),
    ("<int:pk>/unpublish/", withdraw_page.unpublish, "article_unpublish"),
    ("<int:pk>/bin/", story_bin.bin_story, "article_bin"),
    ("<int:pk>/unbin/", story_bin.unbin_story, "article_unbin"),
    ("<int:pk>/compare/", compare_page.compare, "article_compare"),
    ("<int:pk>/incoming/<int:record>/", intake_pages.incoming, "article_incoming"),
    ("<int:pk>/original/<int:record>/", intake_pages.original, "article_original"),
)
