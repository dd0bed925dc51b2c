"""Enumerations of numbers made in a third of the time: Qt's bindings make three thousand members at each start. No Qt.

Python makes a class by filling in the same twenty things each time, and a member by a dozen calls, for whatever a class
may do with its members. Here a class begins as the copy of an empty one that Python has made, and members are entered
one after the other. Another version of Python, names that mean something to it, and values other than plain numbers go
Python's own way. A test makes each enumeration of Qt both ways.
"""

import enum
import sys
from collections.abc import Sequence
from typing import Any, NamedTuple

_PYTHON = (3, 13)  # whose members these are
_MAKER: Any = enum.EnumType
_USUAL: Any = _MAKER._create_
_PLAIN = {"qualname": None, "type": None, "start": 1, "boundary": enum.KEEP}
_new_number, _new_plain, _new_class = int.__new__, object.__new__, type.__new__
_set: Any = type.__setattr__


class _Mould(NamedTuple):
    """What all classes of a kind have alike, the names that mean something in it, and what its members are."""

    holds: dict[str, Any]
    meant: frozenset[str]
    numbers: bool
    flags: bool


_moulds: dict[Any, _Mould] = {}


def quicken() -> None:
    """Make enumerations the short way from now on."""
    if sys.version_info[:2] == _PYTHON:
        for kind in (enum.Enum, enum.IntEnum, enum.Flag, enum.IntFlag):
            holds = dict(vars(_USUAL(kind, "Empty", [], module="", **_PLAIN)))
            meant = frozenset(name for base in kind.__mro__ for name in vars(base))
            _moulds[kind] = _Mould(holds, meant, issubclass(kind, int), issubclass(kind, enum.Flag))
        _MAKER._create_ = _create


def as_usual() -> None:
    """Make them Python's way again."""
    _MAKER._create_ = _USUAL


def _create(cls: Any, class_name: str, names: Any, *, module: str | None = None, **more: Any) -> Any:  # noqa: ANN401
    module = module or sys._getframemodulename(2)  # noqa: SLF001 - who asked for it
    mould = _moulds.get(cls)
    if mould is None or module is None or more != _PLAIN or not _are_plain(names, mould.meant):
        return _USUAL(cls, class_name, names, module=module, **more)
    own = {"__module__": module, "_member_names_": [], "_member_map_": {}, "_value2member_map_": {}}
    fresh: dict[str, Any] = {"_unhashable_values_": [], "_unhashable_values_map_": {}}
    made = _new_class(_MAKER, class_name, (cls,), {**mould.holds, **own, **fresh})
    _fill(made, names, mould)
    return made


def _are_plain(names: Any, meant: frozenset[str]) -> bool:  # noqa: ANN401
    """Tell whether these are names, none of which means anything to Python, with plain numbers, each name once."""
    return (
        names.__class__ is list
        and all(one.__class__ is tuple and one[0][0] != "_" and one[1].__class__ is int for one in names)
        and len(listed := {one[0] for one in names}) == len(names)
        and meant.isdisjoint(listed)
        and "mro" not in listed
    )


def _fill(made: Any, names: Sequence[tuple[str, int]], mould: _Mould) -> None:  # noqa: ANN401
    """Give a class its members; a second name of a number, and that of several flags, is another name only."""
    listed, members, by_value = made._member_names_, made._member_map_, made._value2member_map_
    numbers, flags, mask, singles = mould.numbers, mould.flags, 0, 0
    for name, value in names:
        single = value != 0 and not value & (value - 1)
        mask |= value
        if single:
            singles |= value
        member = by_value.get(value)
        if member is None:
            member = _new_number(made, value) if numbers else _new_plain(made)
            member._value_ = value
            member._name_ = name
            member.__objclass__ = made
            member._sort_order_ = len(listed)
            by_value[value] = member
            if single or not flags:
                listed.append(name)
        members[name] = member
        _set(made, name, member)
    if flags:
        made._flag_mask_, made._singles_mask_, made._all_bits_ = mask, singles, 2 ** mask.bit_length() - 1
        values = [members[name]._value_ for name in listed]
        if values != sorted(values):
            made._iter_member_ = made._iter_member_by_def_
