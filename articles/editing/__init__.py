"""The only writer of text on the desk: the admin form and every import save through here.

A save sanitises, reads the copy desk, counts the version up in the UPDATE that writes, and keeps a revision.
"""

from .creating import Draft, create, create_many, read_beforehand
from .moving import bin_story, move, unbin_story
from .refusals import Conflict, Refused
from .saving import assign, name_revision, save
from .snapshots import CONTENT, FIELDS, TEXT, content_hash, snapshot
from .translating import original_of, refuse_second

__all__ = [
    "CONTENT",
    "FIELDS",
    "TEXT",
    "Conflict",
    "Draft",
    "Refused",
    "assign",
    "bin_story",
    "content_hash",
    "create",
    "create_many",
    "move",
    "name_revision",
    "original_of",
    "read_beforehand",
    "refuse_second",
    "save",
    "snapshot",
    "unbin_story",
]
