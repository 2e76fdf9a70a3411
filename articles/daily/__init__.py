"""The daily digest: which stories a day's holds (`making`), how its mail looks (`letters`), its way (`sending`)."""

from .letters import to_confirm
from .making import due, waiting_stories
from .sending import Report, Stopped, send

__all__ = ["Report", "Stopped", "due", "send", "to_confirm", "waiting_stories"]
