"""A merged story as a browser would send it: so that it is shown, checked and saved like anything that was typed."""

from django.forms import MultiWidget

from articles.text import tags

from .bylines import EMPTY_ROWS, PREFIX


def posted(form, merge):
    """The POST of `form` with every field that the merge changed; what stands as it was typed stays as it was sent."""
    data = form.data.copy()
    current = type(form)(instance=form.current)
    for name in merge.changed:
        value = merge.data[name]
        if name == "bylines":
            _set_bylines(data, value)
        elif name == "body":
            data[name] = value
        elif name == "tags":
            data[name] = tags.join(value)
        elif name in current.fields:
            for key, text in _as_sent(current[name]).items():
                data[key] = text
    return data


def _set_bylines(data, rows):
    for name in [name for name in data if name.startswith(f"{PREFIX}-")]:
        del data[name]
    data[f"{PREFIX}-TOTAL_FORMS"], data[f"{PREFIX}-INITIAL_FORMS"] = str(len(rows) + EMPTY_ROWS), "0"
    for number, row in enumerate(rows):
        data[f"{PREFIX}-{number}-author"] = str(row["author"])
        data[f"{PREFIX}-{number}-role"] = row["role"]
        data[f"{PREFIX}-{number}-ORDER"] = str(number + 1)


def _as_sent(bound):
    """{name: text} of a field that shows what is saved."""
    value, widget = bound.value(), bound.field.widget
    if not isinstance(widget, MultiWidget):
        return {bound.html_name: "" if value is None else str(value)}
    parts = zip(widget.widgets_names, widget.widgets, widget.decompress(value), strict=True)
    return {f"{bound.html_name}{suffix}": part.format_value(half) or "" for suffix, part, half in parts}
