"""What the desk does not write, and why."""


class Refused(Exception):
    """A change that may not be made; `code` is stable, the message says what to do."""

    def __init__(self, message, *, code):
        super().__init__(message)
        self.message, self.code = message, code


class Conflict(Refused):
    """Somebody saved since `base_version`: nothing was written. `current` is the story as it is now."""

    def __init__(self, current):
        super().__init__("Somebody saved this story after you opened it.", code="conflict")
        self.current = current
        self.revision = current.revisions.select_related("created_by").first()
