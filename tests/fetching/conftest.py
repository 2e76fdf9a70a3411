import pytest

from .server import serving


@pytest.fixture
def site():
    with serving() as site:
        yield site
