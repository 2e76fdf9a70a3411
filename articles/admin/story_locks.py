"""What somebody may not change on a story that they may edit otherwise: shown, disabled, with the reason."""

from articles import permissions

REASONS = {
    "weight": "Editors arrange the front page.",
    "public_changes": "Editors say what readers are shown.",
    "licence": "Editors say who may print it.",
    "embargo_until": "Only editors move an embargo.",
    "assignee": "Copy editors and editors say who has a story.",
}
UNSAID = "You may read this and not change it."


def lock(form, user):
    """Disable what `user` may not change: Django then takes the story's own value, whatever is posted."""
    story = form.instance if form.instance.pk else None
    for name in permissions.locked_fields(user, story) & form.fields.keys():
        form.fields[name].disabled = True
        form.fields[name].help_text = REASONS.get(name, UNSAID)
        if story is None:
            form.initial.pop(name, None)  # it may come from the address of the page
    if story is None and "assignee" in form.fields and form.fields["assignee"].disabled:
        form.initial["assignee"] = user.pk


def keep(form):
    """Give what is locked on a story its value to the microsecond, and let it never stand in the way of a save."""
    for name in [name for name, field in form.fields.items() if field.disabled and form.instance.pk]:
        form.errors.pop(name, None)
        form.cleaned_data[name] = getattr(form.instance, name)


def narrow(form, user):
    """Offer the sections that an account works in, and the one the story is in. Out of them it leads nowhere."""
    chosen = permissions.section_ids(user)
    if not chosen or "section" not in form.fields:
        return
    field, own = form.fields["section"], form.instance.section_id
    field.queryset = field.queryset.filter(pk__in=chosen | {own})
    field.required = own is not None or form.instance.pk is None
