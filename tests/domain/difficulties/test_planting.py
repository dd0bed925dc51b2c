"""Whatever identifier is planted into whatever text, in whatever spelling: what leaves says nothing of it."""

import unicodedata
from itertools import pairwise
from uuid import UUID, uuid4

from hypothesis import assume, given
from hypothesis import strategies as st

from clusterdesk.base.resources import resource
from clusterdesk.domain.difficulties.blocking import Blocker
from clusterdesk.domain.difficulties.known import Identifier, IdentifierKind, KnownIdentifiers
from clusterdesk.domain.difficulties.wording import Wording
from clusterdesk.i18n.translator import Translator

_EVERYDAY = frozenset(
    line for line in resource("reference", "everyday_words.txt").read_text("utf-8").splitlines() if line[0] != "#"
)
_SAFE = (
    "le permis d’environnement prend neuf mois",
    "notre atelier attend une réponse de la commune",
    "de vergunning voor de werkplaats duurt te lang",
    "the waste rules are not clear for wood and textile",
    "la zone de basses émissions bloque la camionnette",
    "coûte 1 250 000 € par an, soit 12,5 % du chiffre",
    "vélo, bois, métal : tout est refusé",
)
_WORDS = {language: Wording(Translator(language), language) for language in ("fr", "nl", "en")}
_CONSONANTS, _VOWELS = "bcdfgjklmnprstvwz", "aeiouéèôü"
_LOOKALIKES = str.maketrans("aeopcxAEOPCX", "аеорсхАЕОРСХ")


@st.composite
def made_up(draw: st.DrawFn) -> str:
    """Make a name that is no word of any language."""
    syllables = st.tuples(st.sampled_from(_CONSONANTS), st.sampled_from(_VOWELS))
    name = "".join(a + b for a, b in draw(st.lists(syllables, min_size=3, max_size=5))) + draw(st.sampled_from("kzq"))
    assume(_bare(name) not in _EVERYDAY)
    return name.capitalize()


@st.composite
def spelled(draw: st.DrawFn, name: str) -> str:
    """Write a name another way."""
    words = name.split()
    joint = draw(st.sampled_from([" ", "-", "\u00a0", "\u202f", "\n", "  ", "", "_", " \u200b", "’", "/", "\u2011"]))
    text = joint.join(words)
    text = {"up": text.upper(), "low": text.lower(), "title": text.title(), "swapped": text.swapcase()}.get(
        draw(st.sampled_from(["up", "low", "title", "swapped", "as it is"])), text
    )
    how = draw(st.sampled_from(["as it is", "bare", "parted", "unseen", "alike", "marked", "broken", "wide", "spaced"]))
    middle = draw(st.integers(1, max(1, len(text) - 1)))
    match how:
        case "bare":
            text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
        case "parted":
            text = unicodedata.normalize("NFD", text)
        case "unseen":
            text = text[:middle] + draw(st.sampled_from("\u200b\u200c\u200d\u2060\ufeff\u00ad")) + text[middle:]
        case "alike":
            text = text.translate(_LOOKALIKES)
        case "marked":
            text = "".join(c + "\u0336" for c in text)
        case "broken":
            text = text[:middle] + "-\n" + text[middle:]
        case "wide":
            text = "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)
        case "spaced":
            text = " ".join(text)
        case _:
            text += draw(st.sampled_from(["", "s", "’s", "'s", "en", "ers"]))
    return draw(st.sampled_from(["", "«\u00a0", "d’", "l'", "(", "#", "“"])) + text


@st.composite
def dialled(draw: st.DrawFn, digits: str) -> str:
    """Write digits in groups of any size."""
    signs = st.sampled_from(["", " ", ".", "-", "/", "\u00a0", "\u202f", " / ", "\n", "\u200b"])
    return digits[0] + "".join(draw(signs) + digit for digit in digits[1:])


@st.composite
def surrounded(draw: st.DrawFn, planted: str) -> tuple[str, str, str]:
    """Return the text before, with and after what is planted."""
    gap = st.sampled_from([" ", "\n", ", ", " – ", ". ", "\t"])
    before = draw(st.lists(st.sampled_from(_SAFE), max_size=3).map(". ".join))
    after = draw(st.lists(st.sampled_from(_SAFE), max_size=3).map(". ".join))
    first, last = draw(gap), draw(gap)
    return before, f"{before}{first}{planted}{last}{after}", after


def _bare(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in plain if c.isalnum())


def _leaves(text: str, *identifiers: Identifier, language: str = "fr") -> str:
    blocker = Blocker(KnownIdentifiers(identifiers, _EVERYDAY))
    left = _WORDS[language].replaced(text, blocker.places(text))
    assert blocker.places(left) == (), "what leaves is left alone when it is looked at again"
    return left


_OWNER: UUID = uuid4()
_LANGUAGES = st.sampled_from(("fr", "nl", "en"))


@given(st.data(), made_up(), _LANGUAGES)
def test_a_company(data: st.DataObject, core: str, language: str) -> None:
    name = data.draw(st.sampled_from(["Atelier {}", "{}", "{} & Fils", "La {} SRL", "De {} BV", "Les Vélos {} ASBL"]))
    known = Identifier(name.format(core), IdentifierKind.COMPANY, _OWNER)
    part = data.draw(st.sampled_from([core, f"Atelier {core}", name.format(core)]))
    before, text, after = data.draw(surrounded(data.draw(spelled(part))))
    left = _leaves(text, known, language=language)
    assert _bare(core) not in _bare(left.translate(str.maketrans("аеорсхАЕОРСХ", "aeopcxAEOPCX")))
    assert _bare(before)[:-6] in _bare(left)
    assert _bare(after) in _bare(left)


@given(st.data(), made_up(), made_up())
def test_a_person(data: st.DataObject, first: str, last: str) -> None:
    assume(_bare(first) not in _bare(last) and _bare(last) not in _bare(first))
    known = [Identifier(text, IdentifierKind.PERSON) for text in (f"{first} {last}", first, last)]
    written = data.draw(st.sampled_from([first, last, f"{first} {last}", f"{last} {first}", f"{first} van {last}"]))
    _, text, _ = data.draw(surrounded(data.draw(spelled(written))))
    left = _bare(_leaves(text, *known).translate(str.maketrans("аеорсхАЕОРСХ", "aeopcxAEOPCX")))
    assert _bare(first) not in left
    assert _bare(last) not in left


@given(st.data(), st.integers(10_000_000, 19_999_999), st.sampled_from(["BE ", "BE", "TVA BE ", "", "n° "]))
def test_an_enterprise_number(data: st.DataObject, start: int, label: str) -> None:
    number = f"{start:08d}{97 - start % 97:02d}"
    digits = data.draw(st.sampled_from([number, number.lstrip("0"), "0" + number]))
    _, text, _ = data.draw(surrounded(label + data.draw(dialled(digits))))
    left = _leaves(text, Identifier(number, IdentifierKind.NUMBER, _OWNER))
    assert number.lstrip("0") not in _bare(left)


@given(st.data(), st.from_regex(r"(2[2-8][0-9]{6}|4[5-9][0-9]{7})", fullmatch=True))
def test_a_phone(data: st.DataObject, national: str) -> None:
    prefix = data.draw(st.sampled_from(["0", "+32 ", "+32 (0)", "0032 ", "32", "(0)"]))
    _, text, _ = data.draw(surrounded(prefix + data.draw(dialled(national))))
    left = _leaves(text, Identifier("+32" + national, IdentifierKind.PHONE, _OWNER))
    assert national not in _bare(left)


@given(st.data(), made_up(), st.integers(1, 999))
def test_an_address(data: st.DataObject, core: str, number: int) -> None:
    known, *forms = data.draw(
        st.sampled_from(
            [
                ("Rue de la {} {}", "rue de la {}", "r. {}", "rue de {}", "{} {n}", "rue de la {}, {n}", "{n} rue {}"),
                ("Avenue Van {} {}", "av. van {}", "AVENUE VAN {} n° {n}", "{n}, av. Van {}", "{} {n}"),
                ("{}straat {}", "{}straat", "{}str. {n}", "{} straat {n} bus 3", "{} {n}"),
            ]
        )
    )
    written = data.draw(st.sampled_from(forms)).format(core, n=number)
    _, text, _ = data.draw(surrounded(written))
    left = _leaves(text, Identifier(known.format(core, number), IdentifierKind.ADDRESS, _OWNER))
    assert _bare(core) not in _bare(left)


@given(st.data(), made_up(), made_up())
def test_mails_and_sites(data: st.DataObject, box: str, domain: str) -> None:
    box, domain = _bare(box), _bare(domain)
    mail, site = f"{box}@{domain}.be", f"https://www.{domain}.be/{box}"
    known = (Identifier(mail, IdentifierKind.MAIL, _OWNER), Identifier(site, IdentifierKind.WEB, _OWNER))
    forms = [mail, mail.upper(), f"{box} (at) {domain} (dot) be", f"www.{domain}.be", f"{domain}.be/page", f"@{domain}"]
    _, text, _ = data.draw(surrounded(data.draw(st.sampled_from(forms))))
    assert domain not in _bare(_leaves(text, *known))
    assert box not in _bare(_leaves(text, *known))


@given(st.lists(st.sampled_from(_SAFE)).map(". ".join))
def test_a_text_without_any_stays(text: str) -> None:
    known = Identifier("Atelier Zyxquorn & Fils", IdentifierKind.COMPANY, _OWNER)
    assert _leaves(text, known) == text


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    blocker = Blocker(KnownIdentifiers((Identifier("Noordzyx", IdentifierKind.COMPANY, _OWNER),), _EVERYDAY))
    places = blocker.places(text)
    assert all(text[one.start : one.end] == one.text for one in places)
    assert all(one.end <= other.start for one, other in pairwise(places))
    assert isinstance(_WORDS["fr"].replaced(text, places), str)
