"""Editions of a page: who will read it, and therefore what may stand on it."""

from dataclasses import dataclass, fields, is_dataclass, replace
from enum import StrEnum
from functools import cache
from typing import Any, get_args, get_type_hints

from clusterdesk.base.errors import BugError
from clusterdesk.domain.records.base import Visibility


class Edition(StrEnum):
    """Who receives a page: anybody (it leaves, or may stay on the table), or the team only.

    The report to the Advisory Board has two of its own: one for the board, which names nobody without consent, and one
    for the direction, with names. Both show only what is shareable.
    """

    SHAREABLE = "shareable"
    INTERNAL = "internal"
    ADVISORY = "advisory"
    DIRECTION = "direction"

    @property
    def visibility(self) -> Visibility:
        """Return how secret a file of this edition is: what has names in it stays inside."""
        inside = self in {Edition.INTERNAL, Edition.DIRECTION}
        return Visibility.INTERNAL if inside else Visibility.SHAREABLE

    def admits(self, visibility: Visibility) -> bool:
        """Tell whether content of this visibility may stand on the page. Restricted content never prints."""
        return visibility in _ADMITTED[self]


_ADMITTED = {
    Edition.SHAREABLE: frozenset({Visibility.SHAREABLE}),
    Edition.INTERNAL: frozenset({Visibility.SHAREABLE, Visibility.INTERNAL}),
    Edition.ADVISORY: frozenset({Visibility.SHAREABLE}),
    Edition.DIRECTION: frozenset({Visibility.SHAREABLE}),
}


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A text somebody wrote, with who may read it."""

    text: str
    visibility: Visibility = Visibility.SHAREABLE


def for_edition[View](view: View, edition: Edition) -> View:
    """Return the read model without whatever the edition may not show.

    Every part that carries a ``visibility`` the edition does not admit goes: out of its tuple, or to None where
    it stood alone. A field added to a read model later is held back by the same rule, without being named here.
    BugError when such a part stands where None cannot, or is the view itself.
    """
    kept = _kept(view, edition)
    if kept is None:
        raise BugError(f"a {type(view).__name__} may not be shown in the {edition} edition")
    cleared: View = kept
    return cleared


def _kept(value: Any, edition: Edition) -> Any:  # noqa: ANN401 - parts of read models are of any kind
    """Return the value cleared for the edition: the same object when nothing had to go, None when all of it goes."""
    if isinstance(value, tuple):
        members = tuple(kept for member in value if (kept := _kept(member, edition)) is not None)
        unchanged = len(members) == len(value) and all(a is b for a, b in zip(members, value, strict=True))
        return value if unchanged else members
    kind: object = type(value)
    names = _field_names(kind)
    if names is None:
        return value
    visibility = getattr(value, "visibility", None)
    if isinstance(visibility, Visibility) and not edition.admits(visibility):
        return None
    changed: dict[str, Any] = {}
    for name in names:
        part = getattr(value, name)
        kept = _kept(part, edition)
        if kept is not part:
            if kept is None and not _may_be_none(kind, name):
                raise BugError(f"{type(value).__name__}.{name} holds marked content but cannot be left out")
            changed[name] = kept
    return replace(value, **changed) if changed else value


@cache
def _field_names(kind: object) -> tuple[str, ...] | None:
    """Name the fields of a dataclass; None for any other type."""
    return tuple(part.name for part in fields(kind)) if is_dataclass(kind) else None


@cache
def _may_be_none(kind: object, name: str) -> bool:
    return type(None) in get_args(get_type_hints(kind)[name])
