"""That memory does not grow with a WordPress export: one of a quarter of the size, and the whole.

python -m benchmarks --only endless [--wxr-megabytes M]
"""

import shutil
from dataclasses import replace

from . import dressing
from .dressing import WXR_FOOT, WXR_HEAD, wxr_item

MEGABYTE = 1024 * 1024
DIFFERENT, PICTURED = 1000, 10
_PICTURE = (
    "<item><title>Picture {0}</title><guid>https://bench.example/?p=9{0}</guid><wp:post_id>9{0}</wp:post_id>"
    "<wp:post_type>attachment</wp:post_type><wp:post_parent>{0}</wp:post_parent>"
    "<wp:attachment_url>https://bench.example/{0}.jpg</wp:attachment_url></item>\n"
)


def measure(newsroom, megabytes):
    """Yield (what was done, MB, stories, what it Used), a line at a time."""
    for size in (megabytes / 4, megabytes):
        folder = newsroom.folder / f"wxr-{size:g}"
        many = write(folder, size * MEGABYTE)
        yield "dry run", size, many, newsroom.fresh(folder.name).measured("import_articles", folder, "--dry-run")
        if size < megabytes:
            own = newsroom.fresh(f"{folder.name}-kept")
            yield "import", size, many, own.measured("import_articles", folder)
            shutil.rmtree(own.folder)
        shutil.rmtree(folder)


def write(folder, size):
    """Write an export of `size` bytes, every tenth story with a picture's entry behind it; return how many stories."""
    folder.mkdir()
    told, number = [dressing.story(number) for number in range(DIFFERENT)], 0
    with (folder / "export.xml").open("w", encoding="utf-8") as file:
        file.write(WXR_HEAD)
        while file.tell() < size if number % DIFFERENT == 0 else True:
            one = told[number % DIFFERENT]
            file.write(wxr_item(replace(one, number=number, headline=f"{one.headline}, part {number}")))
            file.write(_PICTURE.format(number) if number % PICTURED == 0 else "")
            number += 1
        file.write(WXR_FOOT)
    return number


def show(rows):
    print(f"  {'':<9}{'MB of WXR':>10}{'stories':>9}{'clock s':>9}{'work s':>8}{'MB/s':>8}{'peak MB':>9}", flush=True)
    for what, size, many, used in rows:
        took = f"{used.seconds:>9.0f}{used.worked:>8.0f}{size / used.worked:>8.2f}"
        print(f"  {what:<9}{size:>10.0f}{many:>9}{took}{used.memory:>9.0f}", flush=True)
