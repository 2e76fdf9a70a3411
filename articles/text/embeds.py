"""What an embed leads to, told by the host of its address alone: nothing is fetched, here or by readers."""

from urllib.parse import urlsplit

_HOSTS = {
    "video": ("youtube.com", "youtu.be", "vimeo.com", "dailymotion.com", "twitch.tv", "tiktok.com"),
    "audio": ("soundcloud.com", "spotify.com", "podcasts.apple.com", "audioboom.com", "mixcloud.com"),
    "post": ("x.com", "twitter.com", "facebook.com", "instagram.com", "threads.net", "bsky.app", "mastodon.social"),
    "document": ("documentcloud.org", "scribd.com", "issuu.com"),
    "map": ("openstreetmap.org", "maps.google.com", "maps.app.goo.gl"),
}
_FILES = {".pdf": "document", ".mp3": "audio", ".mp4": "video", ".webm": "video"}


def host_of(address):
    """The host without www., an empty string where there is none that can be read."""
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def kind_of(address):
    """video, audio, post, document or map where the host is known for it, else page."""
    host = host_of(address)
    for kind, hosts in _HOSTS.items():
        if any(host == known or host.endswith(f".{known}") for known in hosts):
            return kind
    path = urlsplit(address).path.lower() if host else ""
    return next((kind for ending, kind in _FILES.items() if path.endswith(ending)), "page")
