"""Names of organisations for comparing: without legal form, case, accents, dots and spaces."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import filterfalse

_WORD = re.compile(r"[^\W_]+")
# What stands before or after a name and is no part of it, in the countries around; written without dots.
_FORMS = frozenset(
    _WORD.findall(
        """
        srl bv sprl bvba ebvba sprlu sprls srls asbl vzw aisbl ivzw sa nv sc cv scrl cvba scrlfs cvbaso cvso vso snc
        vof scs commv sca commva scomm gcv gie geie esv eesv se sce sep
        sarl sas sasu eurl scop scic gmbh ag kg ug ltd limited llc llp plc inc corp cic
        """
    )
)
# What may follow a form: finalité sociale, sociaal oogmerk, entreprise sociale, unipersonnelle.
_TAILS = frozenset({"fs", "so", "es", "si", "agreee", "erkend"})
_LONG_FORMS = re.compile(
    r"\b(?:societe (?:privee )?a responsabilite limitee|societe anonyme"
    r"|societe cooperative(?: a responsabilite limitee)?"
    r"|societe en (?:nom collectif|commandite(?: simple| par actions)?)"
    r"|association (?:internationale )?sans but lucratif"
    r"|besloten vennootschap(?: met beperkte aansprakelijkheid)?|naamloze vennootschap"
    r"|cooperatieve vennootschap(?: met beperkte aansprakelijkheid)?"
    r"|vennootschap onder firma|commanditaire vennootschap"
    r"|(?:internationale )?vereniging zonder winstoogmerk|non ?profit organisation)\b"
)
# Without one of these words no long form is there to be looked for.
_LONG_WORDS = frozenset(
    _WORD.findall("societe association besloten naamloze cooperatieve vennootschap commanditaire vereniging non")
)
_JOINTS = frozenset({"et", "en", "and"})
# Signs inside a word or an abbreviation: S.R.L., l'atelier, Bel'œil.
_INSIDE = ".'’`´"


@dataclass(frozen=True, slots=True)
class NameKey:
    """How a name is compared: ``text`` has all its letters in a row, ``words`` are sorted, so that order is nothing."""

    text: str
    words: tuple[str, ...]


@lru_cache(maxsize=65_536)
def name_key(name: str) -> NameKey:
    """Return what is compared of a name; a name that is nothing but a legal form keeps it."""
    plain = name.casefold()
    for sign in _INSIDE:
        if sign in plain:
            plain = plain.replace(sign, "")
    if not plain.isascii():
        plain = plain.replace("œ", "oe").replace("æ", "ae").replace("ø", "o")
        plain = "".join(filterfalse(unicodedata.combining, unicodedata.normalize("NFKD", plain)))
    words = _WORD.findall(plain) or [plain.strip()]
    if len(words) > 1:
        bare = without_form(words)
        words = [word for word in bare if word not in _JOINTS] or bare
    return NameKey("".join(words), tuple(sorted(words)))


def without_form(words: list[str]) -> list[str]:
    """Return the words of a name, folded, without the legal form before or after them; never none."""
    if len(words) > 2 and not _LONG_WORDS.isdisjoint(words):
        words = _WORD.findall(_LONG_FORMS.sub(" ", " ".join(words))) or words
    start, end = 0, len(words)
    while end - start > 1:
        if words[end - 1] in _FORMS:
            end -= 1
        elif end - start > 2 and words[end - 1] in _TAILS and words[end - 2] in _FORMS:
            end -= 2
        elif words[start] in _FORMS:
            start += 1
        else:
            break
    return words[start:end] or words


def is_form(word: str) -> bool:
    """Tell whether a folded word is the abbreviation of a legal form."""
    return word in _FORMS
