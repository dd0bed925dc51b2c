"""The names of records as people read them.

A title is kept, and given to other programs, with its dates as ``2024-11-04`` and its choices as their keys; whoever
shows it to people writes both in their language.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING

from clusterdesk.base.errors import Translate
from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.commands.base import Label
from clusterdesk.domain.fields import Kind
from clusterdesk.domain.named_after import named_after
from clusterdesk.domain.partial_date import PartialDate
from clusterdesk.domain.record_types import RECORD_TYPES

if TYPE_CHECKING:
    from clusterdesk.i18n.formats import Formats

_GLUE = " · "
_ISO = re.compile(r"\d{4}-(?:\d{2}(?:-\d{2})?|Q[1-4])", re.ASCII)
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?", re.ASCII)
_PERIOD = "period"
_RULES = "rule_set"
_VERSION = re.compile(r"(?P<number>\d+) (?P<day>\d{4}-\d{2}-\d{2})", re.ASCII)
_DATES = {Kind.DATE, Kind.PARTIAL_DATE}


def told_title(record_type: str, title: str, t: Translate, formats: "Formats") -> str:
    """Return a title with its dates in the language's form and its choices in words; other words stay as they are."""
    if record_type == _RULES and (version := _VERSION.fullmatch(title)) is not None:
        return _told_version(version["number"], PartialDate(version["day"]).earliest(), t, formats)
    if not _is_dated(record_type) and not _choices(record_type):
        return title
    parts = title.split(_GLUE)
    if _is_dated(record_type):
        parts = [" ".join(_told_date(word, formats) for word in part.split(" ")) for part in parts]
    choices = _choices(record_type)
    first, *rest = parts[-1].split(" ")
    if first in choices:
        parts[-1] = " ".join([t(choice_label(choices[first])), *rest])
    return _GLUE.join(parts)


def _told_version(number: str, day: date, t: Translate, formats: "Formats") -> str:
    """Return the name of a set of rules: « Version 2 · 1er janvier 2024 »."""
    return t("Version {number} · {day}", number=number, day=f"{formats.day_month(day)} {day.year}")


def told_operation(label: Label, t: Translate, formats: "Formats") -> str:
    """Return the label of an operation as people read it, the title it names included."""
    return _told_label(label, t, formats).text(t)


def _told_label(label: Label, t: Translate, formats: "Formats") -> Label:
    record_type = _by_label().get(label.params.get("type_label", ""), "")
    params = dict(label.params)
    if record_type and params.get("title"):
        params["title"] = told_title(record_type, params["title"], t, formats)
    elif "-Q" in params.get("title", ""):  # a quarter that was frozen
        params["title"] = _told_date(params["title"], formats)
    if _PERIOD in params:
        params[_PERIOD] = _told_date(params[_PERIOD], formats)
    if _NUMBER.fullmatch(params.get("amount", "")):
        params["amount"] = formats.number(Decimal(params["amount"]))
    inner = None if label.operation is None else _told_label(label.operation, t, formats)
    return replace(label, params=params, operation=inner)


def _told_date(word: str, formats: "Formats") -> str:
    if not _ISO.fullmatch(word):
        return word
    try:
        return formats.partial(word if "Q" in word else PartialDate(word))
    except ValueError:
        return word


@cache
def _by_label() -> Mapping[str, str]:
    return {kind.label: kind.key for kind in RECORD_TYPES.values()}


@cache
def _is_dated(record_type: str, depth: int = 2) -> bool:
    """Tell whether titles of a type hold a date: its own, or that of what it is named after."""
    kind = RECORD_TYPES.get(record_type)
    if kind is None:
        return False
    own = any(kind.fields[name].kind in _DATES or name == _PERIOD for name in kind.title_fields)
    others = {str(kind.fields[name].refers_to) for name in named_after(kind)} if depth else set()
    return own or any(_is_dated(one, depth - 1) for one in others)


@cache
def _choices(record_type: str) -> Mapping[str, Enum]:
    """Return the choices a title may begin with, by their keys."""
    kind = RECORD_TYPES.get(record_type)
    specs = [kind.fields[name] for name in kind.title_fields] if kind is not None else []
    return {str(one.value): one for spec in specs if spec.choices is not None for one in spec.choices}
