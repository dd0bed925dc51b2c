"""The words of the calendar in French, Dutch and English, without accents and in small letters."""

from collections.abc import Mapping


def _numbered(*groups: str, start: int = 0) -> dict[str, int]:
    return {name: number for number, names in enumerate(groups, start) for name in names.split()}


MONTHS: Mapping[str, int] = _numbered(
    "janvier janv jan januari january",
    "fevrier fevr fev feb februari february",
    "mars mar maart mrt march",
    "avril avr apr april",
    "mai mei may",
    "juin jun juni june",
    "juillet juil jul juli july",
    "aout aou aug augustus august",
    "septembre sept sep september",
    "octobre oct okt oktober october",
    "novembre nov november",
    "decembre dec december",
    start=1,
)
WEEKDAYS: Mapping[str, int] = _numbered(
    "lundi maandag monday",
    "mardi dinsdag tuesday",
    "mercredi woensdag wednesday",
    "jeudi donderdag thursday",
    "vendredi vrijdag friday",
    "samedi zaterdag saturday",
    "dimanche zondag sunday",
)
# Most of them are words of their own in one of the languages ("mon contact", "ma visite"): in a sentence they want
# their dot.
WEEKDAYS_CUT_SHORT: Mapping[str, int] = _numbered(
    "lun ma maa mon",
    "mar di din tue tues",
    "mer wo woe wed",
    "jeu do don thu thur thurs",
    "ven vr vrij fri",
    "sam za zat sat",
    "dim zo zon sun",
)
# These are not: they may end a sentence without a dot.
UNMISTAKABLE = frozenset(_numbered("lun ven dim vr woe tue tues thu thurs fri"))

DAYS_AWAY: Mapping[str, int] = {
    **dict.fromkeys(("aujourd'hui", "aujourdhui", "vandaag", "today"), 0),
    **dict.fromkeys(("ce matin", "cet apres-midi", "ce soir", "vanmiddag", "vanavond", "tonight"), 0),
    **dict.fromkeys(("demain", "morgen", "tomorrow"), 1),
    **dict.fromkeys(("apres-demain", "apres demain", "overmorgen", "day after tomorrow"), 2),
}
# Understood where nothing but a day is typed; in a sentence they would be mistaken, or speak of what is past.
DAYS_AWAY_CUT_SHORT: Mapping[str, int] = {
    **dict.fromkeys(("auj", "vand"), 0),
    "dem": 1,
    **dict.fromkeys(("hier", "gisteren", "yesterday"), -1),
}

DAY, WEEK, MONTH, YEAR = "day", "week", "month", "year"
UNITS: Mapping[str, str] = {
    name: unit
    for unit, names in (
        (DAY, "jour jours j dag dagen d day days"),
        (WEEK, "semaine semaines sem week weken weeks w s"),
        (MONTH, "mois maand maanden month months m"),
        (YEAR, "an ans annee annees jaar jaren year years"),
    )
    for name in names.split()
}
NUMBERS: Mapping[str, int] = _numbered(
    "un une een a an one",
    "deux twee two",
    "trois drie three",
    "quatre vier four",
    "cinq vijf five",
    "six zes six",
    "sept zeven seven",
    "huit acht eight",
    "neuf negen nine",
    "dix tien ten",
    "onze elf eleven",
    "douze twaalf twelve",
    start=1,
) | {"quinze": 15, "veertien": 14, "fourteen": 14, "vijftien": 15, "fifteen": 15}
