"""Words that say nothing by themselves: a question is asked without them, unless it has no others."""

_ENGLISH = """a about after all also am an and any are as at be because been before being but by can could did do does
    doing during each for from had happen happened has have having he her here hers him his how i if in into
    is it its just many me more most much my no nor not now of off on once only or other our out over own s
    same she should so some such t tell than that the their them then there these they this those through to
    too under until up very was we were what when where which while who whom whose why will with would you
    your"""
_FRENCH = """a ai au aux avec ce ces cette comment dans de des dont du elle en est et etait eux il ils je la le les leur
    leurs lui ma mais me meme mes mon ne nos notre nous on ont ou par pas pour pourquoi qu quand que quel quelle quels
    quelles qui quoi sa sans se ses son sont sur ta te tes ton tu un une vos votre vous y c d l j m n s t"""
_SPANISH = """a al como con cual cuales cuando de del donde el ella ellas ellos en entre era es esa ese eso esta este
    esto fue ha han hay la las le les lo los mas me mi muy ni no nos o para pero por porque que quien quienes se ser si
    sin sobre son su sus te tu un una uno unos y ya yo"""
_GERMAN = """aber als am an auch auf aus bei bin bis das dass dem den der des die doch durch ein eine einem einen einer
    eines er es fur hat hatte ich ihr im in ist ja kann kein man mit nach nicht noch nur ob oder sich sie sind so uber
    um und uns unter vom von vor war was weil wenn wer werden wie wir wird wo zu zum zur"""
_ARABIC = "في من على الي ان عن مع هذا هذه ذلك التي الذي كان كانت هل ما ماذا متي اين كيف لماذا او ثم قد لا لم لن و"
_WORDS = {
    code: frozenset(words.split())
    for code, words in (("en", _ENGLISH), ("fr", _FRENCH), ("es", _SPANISH), ("de", _GERMAN), ("ar", _ARABIC))
}


def small_words(language):
    """The folded words that say nothing by themselves in a language, as far as they are known."""
    return _WORDS.get(language.split("-")[0].lower(), frozenset())


def is_small(form, language):
    """Whether a folded word says nothing by itself in the language of the paper."""
    return form in small_words(language)
