"""Reading the value of a field as somebody typed it, and showing it as people read it."""

from collections.abc import Callable, Mapping
from dataclasses import MISSING
from datetime import UTC, date, datetime, time
from decimal import Decimal
from enum import Enum
from typing import Any
from uuid import UUID

from clusterdesk.base.clock import instant_text, read_instant
from clusterdesk.base.marks import N_
from clusterdesk.cli import country_values, references
from clusterdesk.cli.context import Context
from clusterdesk.cli.wrong_use import WrongUseError
from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.fields import FieldSpec, Kind
from clusterdesk.domain.identifiers import enterprise
from clusterdesk.domain.parsing.choices import parse_boolean, parse_languages, parse_minutes
from clusterdesk.domain.parsing.dates import parse_day, parse_partial_date
from clusterdesk.domain.parsing.day_words import Year, read_day
from clusterdesk.domain.parsing.numbers import parse_decimal
from clusterdesk.domain.parsing.outcome import Parsed, Problem
from clusterdesk.domain.partial_date import PartialDate

Reader = Callable[[str], Parsed[Any]]

# Fields whose text has rules of its own, by name.
_BY_NAME: Mapping[str, Reader] = {
    "enterprise_number": enterprise.parse_enterprise_number,
    "establishment_number": enterprise.parse_establishment_number,
    "languages": parse_languages,
    "minutes": parse_minutes,
}
_BY_KIND: Mapping[Kind, Reader] = {
    Kind.BOOLEAN: parse_boolean,
    Kind.DATE: parse_day,
    Kind.PARTIAL_DATE: parse_partial_date,
    Kind.DECIMAL: parse_decimal,
}


def read(context: Context, spec: FieldSpec, flag: str, text: str) -> Any:  # noqa: ANN401 - as varied as fields
    """Return the value of a field; an empty text clears it.

    Raises:
        WrongUseError: the text cannot be read, or the field cannot be empty.
        KnownError: a reference leads nowhere.
    """
    if not text.strip():
        return _empty(spec, flag)
    if spec.refers_to is not None:
        return references.target(context, text, spec.refers_to)
    if country_values.is_country(spec):
        return country_values.one_country(flag, text)
    if spec.name == "countries":
        return country_values.several_countries(context, flag, [text])
    named = _BY_NAME.get(spec.name) if spec.kind is not Kind.NOTE else None  # minutes may be a length, or a text
    reader = named or _BY_KIND.get(spec.kind)
    if reader is not None:
        parsed = reader(text)
        if parsed.error is not None and spec.kind in {Kind.DATE, Kind.PARTIAL_DATE}:
            day = read_day(text, context.desk.clock.today())
            if day is not None:
                return day if spec.kind is Kind.DATE else PartialDate.of(day)
        return _parsed(context, spec, flag, parsed)
    if spec.choices is not None:
        return _choice(spec.choices, flag, text)
    return _plain(spec, flag, text)


def _empty(spec: FieldSpec, flag: str) -> Any:  # noqa: ANN401
    if spec.optional:
        return None
    if spec.kind in {Kind.TEXT, Kind.NOTE} and spec.default == "":
        return ""
    if spec.kind is Kind.TEXTS:
        return ()
    if spec.default is MISSING:
        raise WrongUseError(N_("{name} cannot be empty."), name=flag)
    return spec.default


def _parsed(context: Context, spec: FieldSpec, flag: str, parsed: Parsed[Any]) -> Any:  # noqa: ANN401
    if parsed.error is not None:
        raise _refused(context, flag, parsed.error)
    for warning in parsed.warnings:
        context.output.note(f"{flag}: {context.t(warning.message, **warning.params)}")
    return _empty(spec, flag) if parsed.value is None else parsed.value


def _refused(context: Context, flag: str, problem: Problem) -> WrongUseError:
    return WrongUseError(
        N_("{name}: {problem}"),
        code=problem.code,
        advice=N_("Correct the value and give the command again."),
        name=flag,
        problem=context.t(problem.message, **problem.params),
    )


def _choice(choices: type[Enum], flag: str, text: str) -> Enum:
    wanted = text.strip().lower().replace("-", "_").replace(" ", "_")
    for choice in choices:
        if wanted in {str(choice.value).lower(), choice.name.lower()}:
            return choice
    known = ", ".join(str(choice.value) for choice in choices)
    raise WrongUseError(
        N_("“{value}” is not known for {name}. Use one of: {choices}."),
        code="unknown_choice",
        value=text,
        name=flag,
        choices=known,
    )


def _plain(spec: FieldSpec, flag: str, text: str) -> Any:  # noqa: ANN401
    try:
        return _READERS[spec.kind](text if spec.kind is Kind.NOTE else text.strip())
    except ValueError:
        raise _unreadable(flag, text) from None


def _unreadable(flag: str, text: str) -> WrongUseError:
    return WrongUseError(
        N_("“{value}” does not fit {name}."),
        code="unreadable_value",
        advice=N_("Correct the value and give the command again."),
        value=text,
        name=flag,
    )


def _texts(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.strip() for part in text.replace(";", ",").split(",") if part.strip()))


def _hour(text: str) -> time:
    return time.fromisoformat(text.lower().replace("h", ":").replace(".", ":").rstrip(":").zfill(2)).replace(
        microsecond=0
    )


def read_moment(flag: str, text: str, today: date) -> datetime:
    """Read a day (its end, local time), also in words, or an instant.

    Raises:
        WrongUseError: it is neither.
    """
    try:
        if "T" in text:
            return datetime.fromisoformat(text).astimezone(UTC)
        day = parse_day(text).value or read_day(text, today, Year.NEAREST)
    except (ValueError, OverflowError):
        day = None
    if day is None:
        raise _unreadable(flag, text)
    return datetime.combine(day, time.max).astimezone(UTC)


_READERS: Mapping[Kind, Callable[[str], Any]] = {
    Kind.TEXT: str,
    Kind.NOTE: str,
    Kind.INTEGER: int,
    Kind.ID: UUID,
    Kind.TIME: _hour,
    Kind.INSTANT: read_instant,
    Kind.TEXTS: _texts,
}


def shown(context: Context, value: Any, title: str = "") -> str:  # noqa: ANN401
    """Return a value as people read it; ``title`` is the name of the record an id points to."""
    t, formats = context.t, context.formats
    if value is None or value == "" or value == ():
        return ""
    if isinstance(value, bool):
        return t("yes") if value else t("no")
    if isinstance(value, Enum):
        return t(choice_label(value))
    if isinstance(value, PartialDate):
        return formats.partial(value)
    if isinstance(value, datetime):
        return f"{formats.date(value)} {formats.time(value)}"
    if isinstance(value, date):
        return formats.date(value)
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if isinstance(value, Decimal):
        return formats.number(value)
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    if isinstance(value, UUID):
        return title or str(value)
    return str(value)


def plain(value: Any) -> Any:  # noqa: ANN401
    """Return a value as ``--json`` gives it: dates and instants as text, amounts and ids as strings."""
    if value is None or (isinstance(value, (str, bool, int)) and not isinstance(value, Enum)):
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime):
        return instant_text(value)
    if isinstance(value, (date, time)):
        return value.strftime("%H:%M") if isinstance(value, time) else value.isoformat()
    if isinstance(value, (tuple, list)):
        return [plain(one) for one in value]
    if isinstance(value, Mapping):
        return {str(name): plain(one) for name, one in value.items()}
    return str(value)
