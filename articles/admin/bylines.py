"""The people on a story, in order: a plain formset, as the writer takes (author, role) pairs and keeps no row's id."""

from django import forms
from django.forms.formsets import DELETION_FIELD_NAME, ORDERING_FIELD_NAME

from articles.models import Author

PREFIX, EMPTY_ROWS = "bylines", 1


class BylineForm(forms.Form):
    author = forms.ModelChoiceField(Author.objects.all(), required=False)
    role = forms.CharField(max_length=120, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **{**kwargs, "label_suffix": ""})
        for name, field in self.fields.items():
            field.widget.attrs |= {"aria-label": name.capitalize(), "autocomplete": "off"}
        self.fields["role"].widget.attrs["placeholder"] = "Role"

    def clean(self):
        """A row may be left empty; a role alone says nothing."""
        cleaned = super().clean()
        if cleaned.get("role") and not cleaned.get("author") and "author" not in self.errors:
            self.add_error("author", forms.ValidationError("Choose whose role this is.", code="role-alone"))
        return cleaned


class BaseBylines(forms.BaseFormSet):
    ordering_widget = forms.NumberInput(attrs={"class": "nr-position", "min": 1})

    def add_fields(self, form, index):
        super().add_fields(form, index)
        form.fields["author"].choices = self._choices
        form.fields[ORDERING_FIELD_NAME].widget.attrs["aria-label"] = "Position"
        form.fields[DELETION_FIELD_NAME].widget.attrs["aria-label"] = "Take this byline off"

    @property
    def _choices(self):
        """One query for all rows."""
        if not hasattr(self, "_authors"):
            self._authors = [("", "Nobody"), *((author.pk, author.name) for author in Author.objects.only("name"))]
        return self._authors

    def clean(self):
        authors = [author.pk for author, _ in self.pairs()]
        if len(authors) != len(set(authors)):
            raise forms.ValidationError("An author stands twice in the byline.", code="author-twice")

    def pairs(self):
        """(author, role) in the order given; rows left empty or taken off are not there."""
        rows = [form.cleaned_data for form in self.forms if form.is_valid() and form not in self.deleted_forms]
        rows = [row for row in rows if row.get("author")]
        rows.sort(key=lambda row: (row[ORDERING_FIELD_NAME] is None, row[ORDERING_FIELD_NAME]))
        return [(row["author"], row["role"]) for row in rows]


Bylines = forms.formset_factory(
    BylineForm, formset=BaseBylines, can_order=True, can_delete=True, extra=EMPTY_ROWS, max_num=40, absolute_max=40
)


def of(article, data=None):
    """The formset of a story, or of what was posted."""
    rows = article.bylines.select_related("author") if article.pk else ()
    return Bylines(data, prefix=PREFIX, initial=[{"author": row.author_id, "role": row.role} for row in rows])
