"""Writes other alphabets in Latin letters, roughly: for addresses, never for readers."""

import re
import unicodedata


def _table(pairs):
    """A table from "а=a б=b …"; a sign with nothing behind it falls away."""
    return {ord(sign): latin for sign, _, latin in (pair.partition("=") for pair in pairs.split())}


_LATIN = "ß=ss æ=ae œ=oe ø=o å=a đ=d ð=d þ=th ł=l ħ=h ı=i ĸ=k ŋ=ng ŧ=t ſ=s ə=e ʻ= ’= '= ‘= ʼ= `= ´="
_CYRILLIC = """а=a б=b в=v г=g ґ=g д=d ђ=dj е=e ё=yo є=ye ж=zh з=z ѕ=dz и=i і=i ї=yi й=y ј=j к=k л=l љ=lj м=m н=n
    њ=nj о=o п=p р=r с=s т=t ћ=c у=u ў=u ф=f х=kh ц=ts ч=ch џ=dz ш=sh щ=shch ъ= ы=y ь= э=e ю=yu я=ya
    ѓ=g ќ=k ә=a ғ=g қ=q ң=n ө=o ұ=u ү=u һ=h"""
_GREEK = """α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s ς=s τ=t υ=y φ=f χ=ch ψ=ps ω=o"""
_ARABIC = """ا=a أ=a إ=i آ=a ٱ=a ب=b پ=p ت=t ث=th ج=j چ=ch ح=h خ=kh د=d ذ=dh ر=r ز=z ژ=zh س=s ش=sh ص=s ض=d ط=t ظ=z
    ع=a غ=gh ف=f ق=q ك=k ک=k گ=g ل=l م=m ن=n ه=h ة=a و=w ؤ=w ي=y ی=y ى=a ئ=y ء= ـ= ٠=0 ١=1 ٢=2 ٣=3 ٤=4
    ٥=5 ٦=6 ٧=7 ٨=8 ٩=9"""
_HEBREW = """א=a ב=b ג=g ד=d ה=h ו=v ז=z ח=h ט=t י=y כ=k ך=k ל=l מ=m ם=m נ=n ן=n ס=s ע=a פ=p ף=f צ=ts ץ=ts ק=k ר=r
    ש=sh ת=t"""
_ALPHABETS = _table(" ".join((_LATIN, _CYRILLIC, _GREEK, _ARABIC, _HEBREW)))

_KANA = {
    chr(ord(sign) + shift): latin
    for signs, latins in [
        ("あいうえお", "a i u e o"),
        ("かきくけこがぎぐげご", "ka ki ku ke ko ga gi gu ge go"),
        ("さしすせそざじずぜぞ", "sa shi su se so za ji zu ze zo"),
        ("たちつてとだぢづでど", "ta chi tsu te to da ji zu de do"),
        ("なにぬねのまみむめも", "na ni nu ne no ma mi mu me mo"),
        ("はひふへほばびぶべぼぱぴぷぺぽ", "ha hi fu he ho ba bi bu be bo pa pi pu pe po"),
        ("やゆよらりるれろわをんゔ", "ya yu yo ra ri ru re ro wa o n vu"),
        ("ゃゅょぁぃぅぇぉ", "ya yu yo a i u e o"),
    ]
    for sign, latin in zip(signs, latins.split(), strict=True)
    for shift in (0, 0x60)  # hiragana, and the katakana of the same sound
}
_SYLLABLE = re.compile(f"([{''.join(_KANA)}])([ゃゅょャュョ]?)")
_DOUBLED = re.compile(r"[っッ]([a-z])?")


def romanise(text):
    """`text` in lower-case ASCII letters as far as its alphabet is known; ideographs and the rest stay."""
    text = unicodedata.normalize("NFKC", text).casefold()
    text = _kana(text).translate(_ALPHABETS)
    bare = "".join(sign for sign in unicodedata.normalize("NFD", text) if not unicodedata.combining(sign))
    return bare.translate(_ALPHABETS)


def _kana(text):
    if not _SYLLABLE.search(text):
        return text
    text = _SYLLABLE.sub(_syllable, text).replace("ー", "")
    return _DOUBLED.sub(lambda found: ("t" if found[1] == "c" else found[1] or "") + (found[1] or ""), text)


def _syllable(found):
    """き is ki, きゃ kya, しゃ sha."""
    latin, glide = _KANA[found[1]], found[2]
    if not glide:
        return latin
    return latin.removesuffix("i") + _KANA[glide][latin in ("shi", "chi", "ji") :]
