"""The Content-Security-Policy, as one dictionary a side: readers get the strict one, the desk a slightly wider one."""

from csp.constants import NONCE, NONE, SELF

PUBLIC = {
    "default-src": [NONE],
    "img-src": [SELF],
    "style-src": [SELF],
    "font-src": [SELF],
    "script-src": [SELF],
    "connect-src": [SELF],
    "manifest-src": [SELF],
    "form-action": [SELF],
    "base-uri": [NONE],
    "frame-ancestors": [NONE],
    "object-src": [NONE],
}

# The editor injects one stylesheet, known by its hash. Without style attributes a paste from Google Docs, which
# wraps everything in <b style="font-weight:normal">, would come out all bold: hence style-src-attr, here only.
EDITOR_STYLESHEET = "'sha256-PlumsSlvJ7vvWzjqibGAYKq92O3y/4JTxWWsWJvyUYA='"
DESK = {
    **PUBLIC,
    "default-src": [SELF],
    "img-src": [SELF, "data:", "blob:"],
    "script-src": [SELF, NONCE],
    "style-src": [SELF, NONCE],
    "style-src-elem": [SELF, NONCE, EDITOR_STYLESHEET],
    "style-src-attr": ["'unsafe-inline'"],
}
