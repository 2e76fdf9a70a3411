"""Crawlers that fetch for artificial intelligence, by the names that their makers publish, and what robots.txt says.

This is the one list: a new crawler is a new line here. Names are matched without regard to case (RFC 9309).
"""

# To train models on what they fetch. The "-Extended" fetch nothing: they say whether what others fetched may be used.
TRAINING = (
    "AI2Bot",
    "Amazonbot",
    "anthropic-ai",
    "Applebot-Extended",
    "Bytespider",
    "CCBot",
    "ClaudeBot",
    "cohere-ai",
    "cohere-training-data-crawler",
    "Diffbot",
    "FacebookBot",
    "Google-Extended",
    "GPTBot",
    "ImagesiftBot",
    "meta-externalagent",
    "omgili",
    "PanguBot",
    "Timpibot",
)
# To answer somebody's question with what they fetch.
ANSWERING = (
    "ChatGPT-User",
    "Claude-SearchBot",
    "Claude-User",
    "DuckAssistBot",
    "meta-externalfetcher",
    "MistralAI-User",
    "OAI-SearchBot",
    "Perplexity-User",
    "PerplexityBot",
    "YouBot",
)
EVERYBODY = """User-agent: *
Disallow: /admin/
Disallow: /preview/
Disallow: /report/
Disallow: /digest/confirm/
Disallow: /digest/leave/
Disallow: /search/?
"""


def robots(site, *, training, answering):
    """robots.txt (RFC 9309). `training`, `answering`: whether those crawlers may read."""
    refused = [*(() if training else TRAINING), *(() if answering else ANSWERING)]
    told = "".join(f"User-agent: {name}\n" for name in refused) + "Disallow: /\n" if refused else ""
    sitemaps = "".join(f"Sitemap: {site}/{name}.xml\n" for name in ("sitemap", "news-sitemap"))
    return "\n".join(part for part in (EVERYBODY, told, sitemaps) if part)
