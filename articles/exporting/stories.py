"""A story's files in each of the forms that stories are exported in."""

import json

from django.conf import settings

from articles import structured


def ninjs(state):
    """Yield (name, bytes): every edition that readers had, the one to come, a kill, or the desk's copy."""
    for edition in state.seen:
        yield f"{state.name}/edition-{edition.number}.json", _item(edition, "usable")
    if state.coming:
        yield f"{state.name}/edition-{state.coming.number}.json", _item(state.coming, "withheld")
    if not state.seen and not state.coming:
        yield f"{state.name}.json", _item(state.newest, "withheld")
    if state.kill:
        yield f"{state.name}/canceled.json", _json(structured.canceled(_of(state), url=settings.SITE_URL))


def newsml_g2(state):
    """What a partner is sent: the story as readers have it, or that it was killed."""
    told = {"url": settings.SITE_URL, "name": settings.SITE_NAME}
    if state.kill and state.seen:
        yield f"{state.name}.xml", structured.newsml_g2_canceled(state.kill, state.seen[-1], **told)
    elif state.live:
        yield f"{state.name}.xml", structured.newsml_g2(state.live, **told)


def nitf(state):
    if state.live:
        yield f"{state.name}.xml", structured.nitf(state.live, url=settings.SITE_URL, name=settings.SITE_NAME)


def markdown(state):
    """Live stories, and the desk's as drafts; killed ones stay behind."""
    if not state.kill:
        text = structured.markdown(state.newest, url=settings.SITE_URL, draft=state.live is None)
        yield f"{state.name}.md", text.encode()


FILES = {"ninjs": ninjs, "newsml-g2": newsml_g2, "nitf": nitf, "markdown": markdown}


def _of(state):
    """The kill with what a reader of its address is told of the story."""
    kill = state.kill
    kill.published_at = state.seen[-1].published_at if state.seen else kill.at
    return kill


def _item(edition, status):
    return _json(structured.news_item(edition, url=settings.SITE_URL) | {"pubStatus": status})


def _json(item):
    return (json.dumps(item, ensure_ascii=False, indent=1) + "\n").encode()
