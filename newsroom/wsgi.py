"""The server's entrance: Django, behind the door that hands out known pages."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
application = get_wsgi_application()

from django.conf import settings  # noqa: E402  models can be imported only once Django is set up

from newsroom.door import Door  # noqa: E402

if not settings.DEBUG:
    application = Door(application)
