"""How fast a folder comes in, and in how much memory."""

from . import stories


def measure(newsroom, many):
    """Rows of (what, figure): the first half and the whole, so that growth would show; then a run with nothing new."""
    folder = newsroom.folder / "inbox"
    stories.write(folder, many // 2)
    first, memory_half = newsroom.manage("import_articles", folder, "--section", "news")
    stories.write(folder, many - many // 2, start=many // 2)
    second, memory = newsroom.manage("import_articles", folder, "--section", "news")
    again, _ = newsroom.manage("import_articles", folder)
    return [
        ("stories a second, first half", f"{many // 2 / first:.0f}"),
        ("stories a second, second half (the first half is read again)", f"{(many - many // 2) / second:.0f}"),
        ("files a second, nothing new", f"{many / again:.0f}"),
        ("peak memory after half, MB", f"{memory_half:.0f}"),
        ("peak memory in all, MB", f"{memory:.0f}"),
    ]
