"""The story's form: what an editor types. It writes nothing; `editing` does."""

from functools import cached_property

from django import forms

from articles import editing, permissions, tagging
from articles.models import Article
from articles.text.markup import LONGEST, sanitise
from articles.text.tags import key

from . import bylines, picture_field, story_locks, translation_field
from .layout import SlugForm
from .tags_field import TagsField

BASE, ON_TOP_OF, MERGED = "_base", "_on_top_of", "_merged"
MOMENTS, FIRST_YEAR, LAST_YEAR = ("embargo_until", "planned_for", "due"), 1900, 9000


class ArticleForm(SlugForm):
    slug_from = "headline"
    user = None  # whoever types; the admin sets it on the class that it makes for each request
    tags = TagsField(required=False, help_text="Enter or a comma ends a tag.")

    class Meta:
        model = Article
        fields = editing.FIELDS
        help_texts = {"method": "Who was spoken to, what was read, what was seen. An empty line begins a paragraph."}
        widgets = {
            "kicker": forms.TextInput(attrs={"class": "nr-kicker", "placeholder": "Kicker"}),
            "headline": forms.Textarea(attrs={"rows": 1, "class": "nr-headline", "placeholder": "Headline"}),
            "standfirst": forms.Textarea(
                attrs={"rows": 2, "class": "nr-standfirst", "placeholder": "What happened, in one or two sentences"}
            ),
            "dateline": forms.TextInput(attrs={"class": "nr-dateline", "placeholder": "Place and date, if it has one"}),
            "ednote": forms.Textarea(attrs={"rows": 2}),
            **{name: forms.Textarea(attrs={"rows": 3}) for name in ("method", "sources")},
            **{name: forms.Textarea(attrs={"rows": 2}) for name in ("desk_sources", "reply_came", "conflicts")},
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not (self.instance.pk or self.is_bound) and "headline" in self.fields:
            self.fields["headline"].widget.attrs["autofocus"] = True
        story_locks.lock(self, self.user)
        story_locks.narrow(self, self.user)
        if "lead" in self.fields:
            picture_field.offer(self.fields["lead"], self._chosen())
        if translation_field.NAME in self.fields:
            translation_field.offer(self, self.user)
        self.bylines = bylines.of(self.instance, self.data if self.is_bound else None)

    def _chosen(self):
        """The picture's key as posted, if it can be one, else as saved."""
        posted = self["lead"].value() if self.is_bound else self.instance.lead_id
        return posted if str(posted or "").isdecimal() and len(str(posted)) < 19 else None

    @cached_property
    def base_version(self):
        """The version that was opened: from the POST, never a fresh one, or a second Save would overwrite silently."""
        if not self.is_bound:
            return self.instance.version if self.instance.pk else 0
        posted = (self.data.get(ON_TOP_OF) or self.data.get(BASE) or "")[:9]
        return int(posted) if posted.isdecimal() else 0

    @cached_property
    def merged_with(self):
        """The versions of colleagues that are in what was typed."""
        numbers = {int(number) for number in self.data.get(MERGED, "")[:200].split() if number.isdecimal()}
        return sorted(number for number in numbers if number <= self.base_version)[-5:]

    @property
    def note(self):
        """What the history says of how this save came about, if it is worth a word."""
        if ON_TOP_OF in self.data:
            return f"Put on top of version {self.base_version}"
        *others, last = map(str, self.merged_with or [""])
        told = f"versions {', '.join(others)} and {last}" if others else f"version {last}"
        return f"Merged with {told}" if last else ""

    @cached_property
    def current(self):
        """The story as it stands in the database; cleaning fills `instance` with what was typed."""
        return Article.objects.select_related("section", "lead", "assignee").get(pk=self.instance.pk)

    @property
    def is_stale(self):
        return self.is_bound and bool(self.instance.pk) and self.base_version != self.current.version

    def clean_tags(self):
        """Those who may not make tags choose among the names and other names there are."""
        names = self.cleaned_data["tags"]
        if permissions.may_make_tags(self.user):
            return names
        known = tagging.known(names)
        if unknown := [f"“{name}”" for name in names if key(name) not in known]:
            told = f"There is no tag {' or '.join(unknown)} yet. Choose another, or ask an editor to add it."
            raise forms.ValidationError(told, code="tag-unknown")
        return names

    def clean_body(self):
        body = self.cleaned_data["body"]
        if len(body) > LONGEST:
            told = f"This text has {len(body):,} characters; a story may have {LONGEST:,}. Make two stories of it."
            raise forms.ValidationError(told, code="too-long")
        return body

    def clean(self):
        super().clean()
        # A browser sends every line break of a text field as two characters.
        self.cleaned_data |= {
            name: value.replace("\r\n", "\n") for name, value in self.cleaned_data.items() if isinstance(value, str)
        }
        self._refuse_odd_years()
        if translation_field.NAME in self.cleaned_data:
            translation_field.clean(self)
        story_locks.keep(self)
        if self.is_stale:
            self.add_error(None, forms.ValidationError("The story changed while you were writing.", code="conflict"))
        if not self.bylines.is_valid():
            self.add_error(None, forms.ValidationError("Look at the bylines once more.", code="bylines"))
        return self.cleaned_data

    def _refuse_odd_years(self):
        """A moment next to the ends of the calendar has none in some other zone."""
        for name in MOMENTS:
            moment = self.cleaned_data.get(name)
            if moment and not FIRST_YEAR <= moment.year <= LAST_YEAR:
                told = f"The year {moment.year} is not meant, is it? Look at it once more."
                self.add_error(name, forms.ValidationError(told, code="odd-year"))

    def written(self):
        """The fields the writer takes."""
        return {name: self.cleaned_data[name] for name in editing.FIELDS if name in self.cleaned_data}

    def typed(self, pairs, tags):
        """What was typed as a snapshot; a field that did not validate stands in it as it was."""
        data = editing.snapshot(self.instance, pairs, tags)
        return data | {"headline": " ".join(data["headline"].split()), "body": sanitise(data["body"])}

    def differs_from_current(self, pairs, tags):
        """Whether there is anything to save: pressing a stage button makes no version of its own."""
        return self.typed(pairs, tags) != editing.snapshot(self.current)
