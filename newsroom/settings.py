"""Settings, all from the environment (or `newsroom.env` in the data folder), all with a default that works.

docs/settings.md lists them. A missing production setting is a system check with the line to add.
"""

import warnings
from urllib.parse import urlsplit

from django_prose_editor.config import html_tags
from js_asset import static_lazy
from PIL import Image

from articles.text import markup

from . import csp, services
from .environment import BASE_DIR, DATA, flag, number, secret_key, text, words

DATA.mkdir(parents=True, exist_ok=True)
DATA_FOLDER = DATA
SECRET_KEY = secret_key()
DEBUG = flag("DEBUG")
SITE_URL = text("SITE_URL", "http://127.0.0.1:8000").rstrip("/")
SITE_NAME = text("SITE_NAME", "Newsroom")
SITE_PLACE = text("SITE_PLACE")
SITE_TAGLINE = text("SITE_TAGLINE")
PUBLIC_CHANGES = text("PUBLIC_CHANGES", "corrected")
PUBLIC_CHANGES_OF = words("PUBLIC_CHANGES_OF", "headline,standfirst,dateline,body")
WEBSUB_HUB = text("WEBSUB_HUB")
SHARE_PICTURES = flag("SHARE_PICTURES", default=True)
NEWS_SITEMAP_WITHOUT = words("NEWS_SITEMAP_WITHOUT", "sponsored,satire")
HTTPS = SITE_URL.startswith("https://")
ALLOWED_HOSTS = [*words("ALLOWED_HOSTS", "127.0.0.1,localhost,[::1]"), urlsplit(SITE_URL).hostname]
CSRF_TRUSTED_ORIGINS = [SITE_URL]

INSTALLED_APPS = [
    "articles.apps.ArticlesConfig",  # before the admin: our templates extend the stock ones of the same name
    "articles.apps.DeskAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.sitemaps",
    "django.contrib.sites",  # for redirects, which are kept by site: there is one, and nothing asks what it is called
    "django.contrib.redirects",
    "taggit",
    "csp",
    "django_prose_editor",
]
# The story’s editor loads these modules. What they make is let through by `text.markup`, not by a rule of the package.
_FIGURES = ("pictures", "embeds", "quotations", "tables", "pasting")
DJANGO_PROSE_EDITOR_EXTENSIONS = [
    {
        "js": [static_lazy(f"desk/figures/{name}.js") for name in _FIGURES],
        "extensions": {name: html_tags([]) for name in markup.FIGURES},
    }
]
MIDDLEWARE = [
    "csp.middleware.CSPMiddleware",  # what sets headers stands before what may answer: static files, refusals
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "newsroom.middleware.same_origin",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "newsroom.middleware.no_nul",
    "newsroom.middleware.old_addresses",
]
SITE_ID = 1
ROOT_URLCONF = "newsroom.urls"
WSGI_APPLICATION = "newsroom.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [DATA / "templates", BASE_DIR / "templates"],  # a paper's own stand before ours
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]

DATABASES = {"default": services.database(text("DATABASE_URL", f"sqlite:///{DATA / 'newsroom.sqlite3'}"))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {"default": services.cache(text("CACHE_URL", "locmem://"))}
STORAGES = {
    "default": services.storage(text("STORAGE_URL"), DATA / "media"),
    "staticfiles": {"BACKEND": "newsroom.staticfiles.StaticStorage"},
}
globals().update(services.email(text("EMAIL_URL")))
DEFAULT_FROM_EMAIL = text("EMAIL_FROM", f"newsroom@{urlsplit(SITE_URL).hostname}")
DESK_EMAIL = text("DESK_EMAIL")
STATIC_URL = "static/"
STATIC_ROOT = DATA / "static"
STATIC_ROOT.mkdir(exist_ok=True)  # or every start before collectstatic warns of it
STATICFILES_DIRS = [BASE_DIR / "static"]
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
WHITENOISE_ALLOW_ALL_ORIGINS = False

LANGUAGE_CODE = text("LANGUAGE_CODE", "en-gb")
TIME_ZONE = text("TIME_ZONE", "UTC")
USE_I18N = USE_TZ = True

TAGGIT_CASE_INSENSITIVE = True
CONTENT_SECURITY_POLICY = {"DIRECTIVES": csp.PUBLIC}
DESK_SECURITY_POLICY = {"DIRECTIVES": csp.DESK}

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "admin:login"

SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
BEHIND_PROXY = flag("BEHIND_PROXY", default=HTTPS)
if BEHIND_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
PROXIES = number("PROXIES", 1 if BEHIND_PROXY else 0)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_NAME = "__Host-desk" if HTTPS else "desk"
CSRF_COOKIE_NAME = "__Host-csrf" if HTTPS else "csrf"
X_FRAME_OPTIONS = "DENY"

DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
DATA_UPLOAD_MAX_NUMBER_FILES = 20
FILE_UPLOAD_PERMISSIONS = 0o640
Image.MAX_IMAGE_PIXELS = 50_000_000
warnings.simplefilter("error", Image.DecompressionBombWarning)

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": text("LOG_LEVEL", "INFO")},
    "loggers": {"django": {"handlers": ["console"], "level": text("LOG_LEVEL", "INFO"), "propagate": False}},
}
