"""Pictures made on the spot, and a story that shows one."""

from io import BytesIO

import numpy
from django.core.files.base import ContentFile
from django.utils import timezone
from PIL import Image as Pillow

from articles import pictures
from articles.models import Article, Edition, Revision


def pixels(width=900, height=600, mode="RGB", seed=1):
    """Soft blotches with a little noise: neither trivially small nor slow to encode."""
    noise = numpy.random.default_rng(seed).integers(0, 255, (height // 50 + 2, width // 50 + 2, 3), dtype="uint8")
    return Pillow.fromarray(noise).resize((width, height)).convert(mode)


def file(width=900, height=600, *, format="JPEG", name="harbour_wall.jpg", mode="RGB", seed=1, **options):
    return ContentFile(data(width, height, format=format, mode=mode, seed=seed, **options), name=name)


def data(width=900, height=600, *, format="JPEG", mode="RGB", seed=1, **options):
    out = BytesIO()
    pixels(width, height, mode, seed).save(out, format, **options)
    return out.getvalue()


def opened(content):
    image = Pillow.open(BytesIO(content))
    image.load()
    return image


def make_picture(**fields):
    return pictures.add(file(seed=fields.pop("seed", 1)), **fields)


def make_edition(image, *, live_from=None, live_until=None):
    """An edition that shows `image`, live from an hour ago for good unless told otherwise."""
    now = timezone.now()
    article = Article.objects.create(
        headline="A wall is built", slug="a-wall-is-built", lead=image, created_at=now, changed_at=now
    )
    opened_at = live_from or now - timezone.timedelta(hours=1)
    return Edition.objects.create(
        article=article,
        revision=Revision.objects.create(article=article, version=1, data={}, created_at=now),
        number=1,
        path=f"/2026/11/22/a-wall-is-built-{article.pk}/",
        slug="a-wall-is-built",
        headline=article.headline,
        kind="news",
        language="en",
        words=4,
        weight=4,
        lead=image,
        live_from=opened_at,
        live_until=live_until,
        published_at=opened_at,
        made_at=now,
        **({"version": 1} if any(field.name == "version" for field in Edition._meta.fields) else {}),
    )
