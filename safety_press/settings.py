"""Settings of the project. Every value that an office changes comes from the environment.

What is read, and how, is in `settings_environment`; the table for administrators is in README.md.
"""

from __future__ import annotations

import os

from csp.constants import NONE, SELF

from safety_press import settings_environment as environment
from safety_press.settings_environment import BASE_DIR, env

# Where things are -------------------------------------------------------------------------------

CONSTE_HOME = environment.home()
LOCAL_MODE = environment.is_local()

# Core -------------------------------------------------------------------------------------------

SECRET_KEY = environment.secret_key()
SECRET_KEY_FALLBACKS: list[str] = env.list("SECRET_KEY_FALLBACKS", default=[])
DEBUG = False
ALLOWED_HOSTS = environment.allowed_hosts()
SITE_URL: str = env.str(
    "SITE_URL",
    default=f"http://127.0.0.1:{os.environ.get('PORT') or 8000}"
    if LOCAL_MODE
    else f"https://{ALLOWED_HOSTS[0].lstrip('.')}",
).rstrip("/")
ROOT_URLCONF = "safety_press.urls"
WSGI_APPLICATION = "safety_press.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "releases.User"

INSTALLED_APPS = [
    "releases.apps.ReleasesConfig",
    "releases.apps.ConsteAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.contrib.humanize",
    "django.contrib.sitemaps",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "pgtrigger",
    "pghistory",
    "procrastinate.contrib.django",
    "django_filters",
    "django_htmx",
    "django_http_compression",
    "lucide",
    "csp",
]

MIDDLEWARE = [
    "releases.middleware.RequestIdentity",
    "releases.middleware.SecurityHeaders",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django_http_compression.middleware.HttpCompressionMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "releases.middleware.SessionLimits",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "pghistory.middleware.HistoryMiddleware",
    "releases.middleware.DatabaseAway",
    "releases.middleware.FairShare",
    "releases.middleware.PublishDue",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "releases.pages.context.site",
            ],
        },
    },
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
INSTALLED_APPS.append("django.forms")

# Language and time ------------------------------------------------------------------------------

HOME_STATE: str = env.str("HOME_STATE", default="15")  # INEGI key of the archive's own state
LANGUAGE_CODE = "es-mx"
TIME_ZONE = "America/Mexico_City"
USE_I18N = True
USE_TZ = True

# Database and cache -----------------------------------------------------------------------------

_DATABASE = environment.database()
DATABASES = {
    "default": {
        **_DATABASE,
        "CONN_MAX_AGE": env.int("CONN_MAX_AGE", default=60),
        # A connection that died with a restarted server is replaced at the next request.
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {
            "connect_timeout": 3,
            "application_name": "conste",
            **_DATABASE.get("OPTIONS", {}),
        },
    },
}
# The sign-in limits count in the cache, so every process must see the same one.
CACHES = {
    "default": env.cache_url("CACHE_URL")
    if os.environ.get("CACHE_URL")
    else {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "conste_cache",
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    },
}

# Files ------------------------------------------------------------------------------------------

MEDIA_ROOT = CONSTE_HOME / "media"  # originals: private, served only by views that check visibility
STATIC_ROOT = CONSTE_HOME / "static"
STATIC_URL = "/static/"
FONTS_ROOT = CONSTE_HOME / "fonts"  # cut from the font wheels by `manage.py cut_fonts`
for folder in (STATIC_ROOT, FONTS_ROOT):  # whitenoise and the finders expect them to exist
    folder.mkdir(exist_ok=True)
# Bulletins that nobody has seen yet pass through here: never through a folder that all share.
FILE_UPLOAD_TEMP_DIR = CONSTE_HOME / "scratch"
FILE_UPLOAD_TEMP_DIR.mkdir(mode=0o700, exist_ok=True)
STATICFILES_DIRS = [BASE_DIR / "static", ("fonts", FONTS_ROOT)]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
FILE_UPLOAD_PERMISSIONS = 0o640
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o750
# One place for the limits of what is read (bytes, pages, characters, files of a ZIP).
MAX_DOCUMENT_BYTES = 25 * 1024 * 1024
MAX_DOCUMENT_PAGES = 40
MAX_DOCUMENT_CHARACTERS = 500_000
MAX_UPLOAD_FILES = 200  # sent at once, or in one ZIP
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FILES = 500

# People and sign-in -----------------------------------------------------------------------------

AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/redaccion/"
LOGOUT_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "safety_press.accounts.StaffAccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # accounts are made by administrators, never by visitors
ACCOUNT_UNIQUE_EMAIL = True
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False  # this session stays, all others end
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "http" if LOCAL_MODE else "https"
ACCOUNT_RATE_LIMITS = {"login_failed": "10/m/ip,5/300s/key"}
ALLAUTH_TRUSTED_PROXY_COUNT: int = env.int("TRUSTED_PROXY_COUNT", default=0)
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_TOTP_ISSUER = "Conste"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = LOCAL_MODE

# Cookies and transport --------------------------------------------------------------------------

_PREFIX = "conste_" if LOCAL_MODE else "__Host-conste_"
SESSION_COOKIE_NAME = f"{_PREFIX}sesion"
CSRF_COOKIE_NAME = f"{_PREFIX}csrf"
LANGUAGE_COOKIE_NAME = f"{_PREFIX}idioma"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not LOCAL_MODE
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_IDLE_SECONDS = 30 * 60
CSRF_FAILURE_VIEW = "releases.views.errors.csrf_failure"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
# Messages live in the session: no cookie of their own on public pages.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_TRUSTED_ORIGINS = [] if LOCAL_MODE else [SITE_URL]
if not LOCAL_MODE:
    SECURE_SSL_REDIRECT = True
    SECURE_REDIRECT_EXEMPT = [r"^salud$", r"^listo$"]  # monitors ask on the loopback, without TLS
    SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    if env.bool("BEHIND_TLS_PROXY", default=True):
        SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# Content policy: nothing inline, nothing from elsewhere, the admin included.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "object-src": [NONE],
        "frame-ancestors": [NONE],
    },
}

# Mail -------------------------------------------------------------------------------------------

if os.environ.get("EMAIL_URL"):
    vars().update(env.email_url("EMAIL_URL"))
else:
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = CONSTE_HOME / "mail"
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL: str = env.str("DEFAULT_FROM_EMAIL", default="conste@localhost")
SERVER_EMAIL = DEFAULT_FROM_EMAIL
ADMINS = [("Administración", address) for address in env.list("ADMINS", default=[])]

# Work in the background -------------------------------------------------------------------------

PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "tasks"

# Logs -------------------------------------------------------------------------------------------

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "json": {
            "()": "releases.operations.request_log.PrivateJsonFormatter",
            "fmt": "{asctime} {levelname} {name} {request_id} {message}",
            "style": "{",
        },
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["stderr"], "level": env.str("LOG_LEVEL", default="WARNING")},
    "loggers": {
        # Django's own handler mails whole requests, searches and cookies included, to ADMINS.
        "django": {"handlers": [], "level": "INFO"},
        "releases": {"level": env.str("LOG_LEVEL", default="INFO")},
    },
}
