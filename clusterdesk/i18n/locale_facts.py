"""The few facts of fr_BE, nl_BE and en_BE that every screen shows: names of days and months, signs of numbers.

They are Babel's (CLDR), written down because reading them there costs 100 ms at start; a test compares them.
"""

from dataclasses import dataclass

NO_BREAK = "\u00a0"
NARROW_NO_BREAK = "\u202f"


def _names(text: str) -> tuple[str, ...]:
    return tuple(text.split())


@dataclass(frozen=True, slots=True)
class LocaleFacts:
    """What differs from one of our languages to the other; days start on Monday, months in January."""

    locale: str
    months: tuple[str, ...]
    short_months: tuple[str, ...]
    days: tuple[str, ...]
    short_days: tuple[str, ...]
    group: str
    money: str
    negative_money: str
    percent: str
    long_date: str
    weekday_date: str
    yesterday_today_tomorrow: tuple[str, str, str]
    past_days: tuple[str, str]
    future_days: tuple[str, str]
    last_joint: str
    last_choice: str
    hour: str
    byte_units: tuple[str, ...]
    quarter: str


FRENCH = LocaleFacts(
    locale="fr_BE",
    months=_names("janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
    short_months=_names("janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc."),
    days=_names("lundi mardi mercredi jeudi vendredi samedi dimanche"),
    short_days=_names("lun. mar. mer. jeu. ven. sam. dim."),
    group=NARROW_NO_BREAK,
    money="{amount}\u00a0{currency}",
    negative_money="-{amount}\u00a0{currency}",
    percent="{amount}\u00a0%",
    long_date="{weekday} {day} {month} {year}",
    weekday_date="{weekday} {day} {month}",
    yesterday_today_tomorrow=("hier", "aujourd’hui", "demain"),
    past_days=("il y a {n} jour", "il y a {n} jours"),
    future_days=("dans {n} jour", "dans {n} jours"),
    last_joint=" et ",
    last_choice=" ou ",
    hour="h",
    byte_units=("o", "Ko", "Mo", "Go"),
    quarter="T",
)

DUTCH = LocaleFacts(
    locale="nl_BE",
    months=_names("januari februari maart april mei juni juli augustus september oktober november december"),
    short_months=_names("jan feb mrt apr mei jun jul aug sep okt nov dec"),
    days=_names("maandag dinsdag woensdag donderdag vrijdag zaterdag zondag"),
    short_days=_names("ma di wo do vr za zo"),
    group=".",
    money="{currency}\u00a0{amount}",
    negative_money="{currency}\u00a0-{amount}",
    percent="{amount}%",
    long_date="{weekday} {day} {month} {year}",
    weekday_date="{weekday} {day} {month}",
    yesterday_today_tomorrow=("gisteren", "vandaag", "morgen"),
    past_days=("{n} dag geleden", "{n} dagen geleden"),
    future_days=("over {n} dag", "over {n} dagen"),
    last_joint=" en ",
    last_choice=" of ",
    hour="u",
    byte_units=("B", "kB", "MB", "GB"),
    quarter="K",
)

ENGLISH = LocaleFacts(
    locale="en_BE",
    months=_names("January February March April May June July August September October November December"),
    short_months=_names("Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec"),
    days=_names("Monday Tuesday Wednesday Thursday Friday Saturday Sunday"),
    short_days=_names("Mon Tue Wed Thu Fri Sat Sun"),
    group=".",
    money="{amount}\u00a0{currency}",
    negative_money="-{amount}\u00a0{currency}",
    percent="{amount}%",
    long_date="{weekday}, {day} {month} {year}",
    weekday_date="{weekday}, {day} {month}",
    yesterday_today_tomorrow=("yesterday", "today", "tomorrow"),
    past_days=("{n} day ago", "{n} days ago"),
    future_days=("in {n} day", "in {n} days"),
    last_joint=" and ",
    last_choice=" or ",
    hour="h",
    byte_units=("B", "kB", "MB", "GB"),
    quarter="Q",
)

FACTS = {"fr": FRENCH, "nl": DUTCH, "en": ENGLISH}


def month_name(language: str, month: int, *, short: bool = False) -> str:
    """Return ``novembre``, or ``nov.`` where many stand side by side, of a month 1–12."""
    facts = FACTS[language]
    return (facts.short_months if short else facts.months)[month - 1]
