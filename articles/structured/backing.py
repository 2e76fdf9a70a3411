"""How a story was reported, on what it rests, which machines took part and who may print it, as schema.org data.

`backstory` and `digitalSourceType` are pending there: https://schema.org/backstory, https://schema.org/digitalSourceType.
"""

from .names import told

# https://cv.iptc.org/newscodes/digitalsourcetype/
MACHINES = {
    "assisted": "AlgorithmicallyEnhancedDigitalSource",
    "generated": "TrainedAlgorithmicMediaDigitalSource",
}


def backed(edition, *, licence):
    """What of schema.org's NewsArticle an edition's backing says. `licence`: an address, or ""."""
    backing = edition.backing
    source = MACHINES.get(backing.get("ai", {}).get("use"))
    return told(
        {
            "backstory": "\n\n".join(_told(backing)),
            "citation": [_cited(one) for one in backing.get("sources", [])],
            "digitalSourceType": f"https://schema.org/{source}" if source else "",
            "license": licence,
        }
    )


def _told(backing):
    """In the words of the desk: how it is known, what came of asking the other side, what ties the paper to it."""
    texts = (backing.get("method"), backing.get("reply", {}).get("came"), backing.get("conflicts"))
    return [text for text in texts if text]


def _cited(source):
    return told({"@type": "CreativeWork", "name": source["label"], "url": source["url"]})
