"""Reading words that stand for one of a few values: yes and no, languages, durations."""

import re
from collections.abc import Mapping

from clusterdesk.base.marks import N_
from clusterdesk.domain.parsing.outcome import Parsed, refused
from clusterdesk.domain.parsing.text import clipped, folded, is_unknown, match_key, split_list


def _words(text: str) -> list[str]:
    return text.split()


_YES = frozenset(_words("oui o ja j yes y vrai waar true wahr x xx v 1 ok ✓ ✔ ☑ ☒"))
_NO = frozenset(_words("non n nee neen no faux onwaar false 0 ☐"))
_LANGUAGE_WORDS = {
    ("fr",): "fr f francais francai francaise frans fran french",
    ("nl",): "nl n neerlandais neerlandai nederlands nederland dutch vlaams vlaam flamand",
    ("en",): "en e anglais anglai engels engel english",
    ("fr", "nl"): "bilingue tweetalig bilingual",
}
_LANGUAGES: Mapping[str, tuple[str, ...]] = {
    word: codes for codes, words in _LANGUAGE_WORDS.items() for word in _words(words)
}
_HOURS = re.compile(
    r"([0-9]+)(?:[.,]([0-9]+))?\s*(?:h|u|hr|hrs|heure|heures|uur|hour|hours)\s*([0-9]{1,2})?(?:\s*(?:m|min|mn)\.?)?"
)
_CLOCK = re.compile(r"([0-9]{1,2}):([0-9]{2})(?::[0-9]{2})?")
_MINUTES = re.compile(r"([0-9]+)\s*(?:m|min|mins|mn|minutes|minuten)?\.?")
_DAY_MINUTES = 24 * 60
_DAYS = re.compile(r"([0-9]{1,4})(?:[.,]0+)?\s*([a-z]*)\.?(?:\s+[a-z]+)*")
_UNIT_DAYS: Mapping[str, int] = {
    **dict.fromkeys(("", "j", "d", "jour", "jours", "dag", "dagen", "day", "days", "jrs"), 1),
    **dict.fromkeys(("s", "sem", "semaine", "semaines", "week", "weken", "weeks", "wk"), 7),
    **dict.fromkeys(("m", "mois", "maand", "maanden", "month", "months"), 30),
}


def parse_boolean(text: str) -> Parsed[bool]:
    """Read yes or no in three languages, also ``x``, ``1`` and ticks; empty is unknown."""
    word = text.strip().casefold()
    if word in _YES:
        return Parsed(True)
    if word in _NO:
        return Parsed(False)
    if is_unknown(text):
        return Parsed(None)
    return refused("not_yes_or_no", N_("“{text}” is neither yes nor no."), text=clipped(text))


def parse_languages(text: str) -> Parsed[tuple[str, ...]]:
    """Read languages in order (``FR/NL``, ``Nederlands``) as codes; an unknown one is an error."""
    whole = _LANGUAGES.get(folded(text))
    if whole:
        return Parsed(whole)
    codes: dict[str, None] = {}
    for label in split_list(text.replace("-", ";")):
        known = _LANGUAGES.get(folded(label)) or _LANGUAGES.get(match_key(label))
        if known is None:
            return refused("unknown_language", N_("“{text}” is not a language known here."), text=clipped(label))
        codes.update(dict.fromkeys(known))
    return Parsed(tuple(codes) or None)


def parse_choice(text: str, words: Mapping[str, str]) -> Parsed[str]:
    """Read one of a few values; ``words`` maps match keys (see ``text.match_key``) to values.

    A label that only begins with a known word counts too (``Membre effectif depuis 2022``).
    """
    if is_unknown(text):
        return Parsed(None)
    key = match_key(text)
    if key in words:
        return Parsed(words[key])
    starts = {value for word, value in words.items() if key.startswith(word + " ")}
    if len(starts) == 1:
        return Parsed(starts.pop())
    return refused("unknown_choice", N_("“{text}” is not one of the values known here."), text=clipped(text))


def parse_minutes(text: str) -> Parsed[int]:
    """Read a duration in minutes: ``1h30``, ``90 min``, ``1:30``, ``1,5 h``, ``90``; at most a day."""
    if is_unknown(text):
        return Parsed(None)
    word = text.strip().casefold()
    minutes: int | None = None
    if found := _HOURS.fullmatch(word):
        part = round(float("0." + found[2]) * 60) if found[2] else int(found[3] or 0)
        minutes = int(found[1]) * 60 + part
    elif found := _CLOCK.fullmatch(word):
        minutes = int(found[1]) * 60 + int(found[2])
    elif found := _MINUTES.fullmatch(word):
        minutes = int(found[1])
    if minutes is None or minutes > _DAY_MINUTES:
        return refused("not_a_duration", N_("“{text}” is not a duration: write 90 or 1h30."), text=clipped(text))
    return Parsed(minutes)


def parse_days(text: str) -> Parsed[int]:
    """Read a number of days: ``10``, ``10 jours ouvrables``, ``2 semaines``, ``1 mois``."""
    if is_unknown(text):
        return Parsed(None)
    found = _DAYS.fullmatch(text.strip().casefold())
    unit = _UNIT_DAYS.get(found[2]) if found else None
    if found is None or unit is None:
        return refused("not_days", N_("“{text}” is not a number of days: write 10, or 2 weeks."), text=clipped(text))
    return Parsed(int(found[1]) * unit)
