"""The only writer of the paper's logo: read safely as a picture is, cut to the masthead, named by its bytes."""

import hashlib
from io import BytesIO

from PIL import Image

from articles import files, images

ACROSS, DOWN = 960, 240  # twice what the masthead shows


def drawn(data):
    """The logo as readers will get it: (bytes of a lossless WebP, width, height). Raises images.Unusable."""
    logo = images.read(data).image
    logo.thumbnail((ACROSS, DOWN), Image.Resampling.LANCZOS)
    file = BytesIO()
    logo.save(file, "WEBP", lossless=True, method=6)
    return file.getvalue(), *logo.size


def put_on(paper, drawing):
    """Store the file, then name it in `paper`, which the caller saves; None takes the logo off."""
    if drawing is None:
        paper.logo, paper.logo_width, paper.logo_height = "", 0, 0
        return
    data, paper.logo_width, paper.logo_height = drawing
    paper.logo = f"{hashlib.sha256(data).hexdigest()[:16]}.webp"
    files.store(path(paper.logo), data)


def path(name):
    """Where a logo lies in the storage."""
    return f"logos/{name}"
