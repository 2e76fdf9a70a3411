"""Tells whether words around a quotation say who speaks, in the languages listed."""

import re

_SAYING = {
    "en": "said says say saying told tells tell added adds wrote writes according asked asks explained explains noted"
    " notes stated states statement stating declared announced announces claimed claims commented remarked replied"
    " responded argued argues insisted insists warned warns quoted quote quotes quoting recalled recalls concluded"
    " continued continues acknowledged admitted agreed answered called calls confirmed described describes"
    " emphasized emphasised expressed joked joking mentioned observed pointed posted praised predicted promised put"
    " read reads reading recounted referring remembers reported reportedly reports reveals revealed shared speaking"
    " stressed suggested testified thinks tweeted urged vowed words complained accused denied believes believed"
    " criticized criticised condemned thanked welcomed titled entitled headed known slogan motto asking telling"
    " adding calling writing noting explaining arguing wondered shouted chanted chanting exclaimed",
    "fr": "dit disait dire dites déclare déclaré déclarait déclaration affirme affirmé affirmait explique expliqué"
    " expliquait ajoute ajouté ajoutait selon souligne souligné soulignait estime estimé estimait assure assuré"
    " raconte raconté confie confié indique indiqué précise précisé poursuit poursuivi rappelle rappelé répond"
    " répondu lance lancé conclut conclu reconnaît reconnu regrette regretté insiste insisté annonce annoncé écrit"
    " juge jugé prévient résume commente commenté martèle observe observé cite citant termes mots",
    "es": "dijo dice decir dicho declaró declara declaraciones afirmó afirma explicó explica añadió añade agregó agrega"
    " según señaló señala indicó indica aseguró asegura comentó comenta manifestó manifiesta sostuvo sostiene"
    " expresó expresa escribió escribe respondió responde contó cuenta recordó recuerda subrayó subraya destacó"
    " destaca advirtió advierte insistió insiste anunció anuncia concluyó concluye apuntó apunta reconoció palabras",
    "de": "sagte sagt sagen gesagt erklärte erklärt betonte betont meinte meint schrieb schreibt so laut zufolge fügte"
    " fügt berichtete berichtet teilte teilt mitgeteilt sprach spricht nannte nennt kündigte kritisierte kritisiert"
    " forderte fordert warnte warnt antwortete antwortet erzählte erzählt ergänzte ergänzt behauptete behauptet"
    " äußerte äußert hieß heißt zitierte zitiert räumte bestätigte bestätigt worte worten",
}
_SAYING = {tongue: frozenset(words.split()) for tongue, words in _SAYING.items()}
_WORD = re.compile(r"[^\W\d_]+")
_INSIDE = r"(?<=[\w,;:(–—-] )"
_CAPITAL = r"[A-ZÀ-Þ][\w’'-]*\w"
_NAME = re.compile(_INSIDE + _CAPITAL)
_GERMAN_NAME = re.compile(f"{_INSIDE}{_CAPITAL} {_CAPITAL}")


def knows(tongue):
    return tongue in _SAYING


def names_a_speaker(text, tongue):
    """Whether `text`, which should be without its quotations, has a verb of saying or what looks like a name."""
    if not _SAYING[tongue].isdisjoint(_WORD.findall(text.lower())):
        return True
    return bool((_GERMAN_NAME if tongue == "de" else _NAME).search(text))
