"""An export of ours given to `import_articles`: it is no text to be read, it is a newsroom that comes back."""

from django.conf import settings
from django.core.management.base import CommandError

from articles import returning
from articles.management import interrupts
from articles.management.progress import progress

# What says how texts are to be taken in, with what it is where nobody typed it.
_OF_TEXTS = {
    "publish": False,
    "section": "",
    "source": "",
    "tag": [],
    "format": "auto",
    "encoding": None,
    "timezone": None,
    "language": None,
    "on_conflict": "pending",
    "limit": None,
    "fetch_media": False,
    "report": None,
    "follow": None,
}


def restore(path, options, out, err, *, called):
    """The whole of it, into an empty newsroom."""
    _refuse_meaningless(options)
    shown = progress(err)
    try:
        with interrupts.told(err, _stopped):
            restored = returning.restore(path, called=called, heard=shown.step)
    except returning.Refused as refusal:
        raise CommandError(str(refusal), returncode=2) from refusal
    finally:
        shown.close()
    _say(restored, out)


def merge(path, options, err, run, *, called):
    """Its stories alone, beside others: `run(options)` takes them in as any other texts."""
    try:
        with interrupts.told(err, _stopped_beside), returning.as_delivery(path, called=called) as delivery:
            folder, named, whole = delivery
            source = options["source"] or named
            if not whole:
                err.write(f"{called} is unfinished or damaged: what it has of stories comes in from source “{source}”.")
            run(options | {"paths": [folder], "source": source})
    except returning.Refused as refusal:
        raise CommandError(str(refusal), returncode=2) from refusal


def _refuse_meaningless(options):
    if options["dry_run"]:
        message = "A restore has no --dry-run: what is wrong is told before anything is kept."
        raise CommandError(message, returncode=2)
    typed = [f"--{name.replace('_', '-')}" for name, unsaid in _OF_TEXTS.items() if options[name] != unsaid]
    if typed:
        raise CommandError(
            f"A restore brings everything back as it was: {' '.join(typed)} would change nothing. Leave that out, "
            "or add --merge to take the stories in as drafts.",
            returncode=2,
        )


def _stopped():
    return (
        "Stopped: this newsroom is empty, as it was. Run the same command again; files of pictures that were copied "
        "are not copied twice."
    )


def _stopped_beside():
    return "Stopped. What is in is whole; run the same command again for the rest."


def _say(restored, out):
    out.write(f"{restored.counts['article']} stories, {restored.counts['edition']} editions are back.")
    for name, value in restored.settings.items():
        here = getattr(settings, name, value)
        if here != value:
            out.write(f"Pages were made with {name}={value}; here it is {here}.")
    if restored.accounts:
        out.write("New accounts have no password yet: set one with manage.py changepassword NAME.")
