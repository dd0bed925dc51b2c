"""The settings: one table of keys with type, default, limits and a sentence of help."""

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, field, fields
from functools import cache

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_

type Value = str | bool | int | float

LANGUAGES = ("fr", "nl", "en")
RHYTHMS = ("off", "weekly", "monthly")
THEMES = ("system", "light", "dark", "high_contrast")
_TRUE = frozenset({"true", "yes", "on", "1", "oui", "ja"})
_FALSE = frozenset({"false", "no", "off", "0", "non", "nee"})

_TYPE_NAMES = {str: N_("text"), bool: N_("yes or no"), int: N_("whole number"), float: N_("number")}


@dataclass(frozen=True, slots=True)
class SettingSpec:
    """What is known of one key: ``help`` is an English msgid; ``choices`` is empty when any text will do."""

    key: str
    default: Value
    help: str
    choices: tuple[str, ...]
    least: float | None
    most: float | None

    @property
    def type_name(self) -> str:
        """The name of the type, an English msgid: text, yes or no, whole number, number."""
        return _TYPE_NAMES[type(self.default)]


def _setting[V: Value](
    default: V, text: str, choices: tuple[str, ...] = (), least: float | None = None, most: float | None = None
) -> V:
    made: V = field(default=default, metadata={"help": text, "choices": choices, "least": least, "most": most})
    return made


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The settings in force; each attribute is a key of the file. Empty text means "not given"."""

    language: str = _setting("fr", N_("Language of the screens."), LANGUAGES)
    default_document_language: str = _setting(
        "fr", N_("Language of a document when the receiver’s is not known."), LANGUAGES
    )
    theme: str = _setting("system", N_("Colours of the screens."), THEMES)
    text_scale: float = _setting(1.0, N_("Size of the text on screen; 1 is the usual size."), least=0.75, most=2.5)
    last_binder: str = _setting("", N_("Folder of the binder opened last."))
    recent_binders: str = _setting("", N_("Folders of the binders opened lately, one a line; written by the program."))
    shared_folder: str = _setting("", N_("Folder that the team shares, where exports for colleagues will go."))
    drive_briefs: str = _setting(
        "briefs/{year}/{organisation}",
        N_("Where printed pages go in the team’s folder; year, organisation … stand in braces."),
    )
    drive_lists: str = _setting("lists/{year}", N_("Where lists and calendars go in the team’s folder."))
    drive_open_exports: str = _setting("open/{year}", N_("Where the open export goes in the team’s folder."))
    drive_parcels: str = _setting("parcels/{year}/{organisation}", N_("Where parcels go in the team’s folder."))
    open_export: str = _setting("off", N_("How often the open export for the agency is made by itself."), RHYTHMS)
    open_export_tables: str = _setting("", N_("Tables of the open export, divided by commas; empty means all."))
    open_export_personal: bool = _setting(
        False, N_("Whether persons who work alone stand by name in the open export; only where that was agreed.")
    )
    drive_silence_seconds: int = _setting(
        30, N_("Seconds without a sign of life after which the shared drive counts as dead."), least=1, most=600
    )
    hints: str = _setting("", N_("First steps still to be shown on Today; written by the program."))
    profile_name: str = _setting("", N_("Your name, as it is printed on documents."))
    profile_mail: str = _setting("", N_("Your mail address, for drafts and appointments."))
    house_name: str = _setting("", N_("Name of your organisation, as it is printed on documents."))
    house_logo: str = _setting("", N_("Picture file with the logo of your organisation (PNG, JPEG or SVG)."))
    silent_after_days: int = _setting(
        90, N_("An organisation without a session for so many days counts as silent."), least=1, most=3650
    )
    answer_days: int = _setting(
        14, N_("Days a team has to answer an orientation where the directory says nothing else."), least=1, most=365
    )
    answer_red_days: int = _setting(
        14, N_("Days beyond that until an orientation without an answer turns from amber to red."), least=0, most=365
    )
    news_days: int = _setting(
        60, N_("Days a team may work on an orientation without a word before it counts as late."), least=1, most=3650
    )
    chase_days: int = _setting(
        7, N_("Days a reminder to a team is given before the next one is proposed."), least=1, most=365
    )
    document_size_limit_mb: int = _setting(
        50, N_("Largest file that is taken into a binder, in megabytes."), least=1, most=2000
    )
    backups: bool = _setting(True, N_("Whether backups are made by themselves."))
    backup_interval_minutes: int = _setting(
        30, N_("Minutes between two backups while something changes."), least=5, most=1440
    )
    visit_timer: bool = _setting(True, N_("Whether visit mode shows how long the talk has lasted."))
    window_geometry: str = _setting("", N_("Place and size of the window; written by the program."))


@cache
def specs() -> Mapping[str, SettingSpec]:
    """Return the description of every key, in the order of the settings."""
    made = {}
    for item in fields(Settings):
        if item.default is MISSING:
            continue
        made[item.name] = SettingSpec(item.name, item.default, **item.metadata)
    return made


def spec_of(key: str) -> SettingSpec:
    """Return the description of a key (KnownError when there is no such key)."""
    try:
        return specs()[key]
    except KeyError:
        raise KnownError(
            "unknown_setting",
            N_("There is no setting named “{key}”."),
            advice=N_("Use one of: {keys}."),
            key=key,
            keys=", ".join(specs()),
        ) from None


def checked(spec: SettingSpec, value: object) -> Value:
    """Return the value with the type of the setting; KnownError when it does not fit."""
    kind = type(spec.default)
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        value = float(value)
    if type(value) is not kind:
        raise _misfit(spec, value)
    if isinstance(value, str):
        if spec.choices and value not in spec.choices:
            raise _misfit(spec, value)
        return value
    assert isinstance(value, bool | int | float)
    too_small = spec.least is not None and not value >= spec.least
    too_large = spec.most is not None and not value <= spec.most
    if too_small or too_large:
        raise _misfit(spec, value)
    return value


def parsed(spec: SettingSpec, text: str) -> Value:
    """Read a value typed by a person: ``yes``, ``oui``, ``1,25``, ``90`` … (KnownError when it does not fit)."""
    plain = text.strip()
    if isinstance(spec.default, str):
        return checked(spec, plain.lower() if spec.choices else plain)
    if isinstance(spec.default, bool):
        if plain.lower() in _TRUE | _FALSE:
            return plain.lower() in _TRUE
        raise _misfit(spec, text)
    try:
        return checked(spec, type(spec.default)(plain.replace(",", ".")))
    except ValueError:
        raise _misfit(spec, text) from None


def _misfit(spec: SettingSpec, value: object) -> KnownError:
    if spec.choices:
        advice = N_("Use one of: {keys}.")
    elif isinstance(spec.default, bool):
        advice = N_("Answer yes or no.")
    elif isinstance(spec.default, str):
        advice = N_("Give a text.")
    else:
        advice = N_("Give a number from {least} to {most}.")
    return KnownError(
        "setting_value",
        N_("“{value}” is not a value for the setting “{key}”."),
        advice=advice,
        value=value,
        key=spec.key,
        keys=", ".join(spec.choices),
        least=spec.least,
        most=spec.most,
    )
