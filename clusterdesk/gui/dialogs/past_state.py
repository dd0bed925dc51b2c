"""A record and its parts as they were on a past day, with what is different today beside it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.gui.dialogs.history_words import Names, end_of, state_lines, state_references
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.widgets.card import clear_layout
from clusterdesk.gui.widgets.label import Label

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk

type Place = tuple[str, UUID]  # type and id of a record


@dataclass(frozen=True, slots=True)
class State:
    """Values of one record on a day, and today's; ``then`` is None where it did not exist yet."""

    type_key: str
    then: Mapping[str, Any] | None
    now: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class PastDay:
    """A record and its parts on a day, with the names of what their values point to."""

    day: date
    record: State
    parts: tuple[State, ...]
    names: Names


def read_past(record: Place, parts: Sequence[Place], day: date, desk: "Desk") -> PastDay:
    """Read a record and its parts as they were at the end of a local day; runs in the worker."""
    states = [_state(type_key, record_id, day, desk) for type_key, record_id in (record, *parts)]
    names: dict[UUID, str] = {}
    from clusterdesk.services.lookup import titles

    wanted: dict[str, set[UUID]] = {}
    for state in states:
        for values in (state.then or {}, state.now):
            for type_key, ids in state_references(state.type_key, values).items():
                wanted.setdefault(type_key, set()).update(ids)
    for type_key, ids in wanted.items():
        names.update(titles(desk.store, type_key, ids))
    lived = tuple(one for one in states[1:] if one.then is not None and not one.then.get("deleted"))
    return PastDay(day, states[0], lived, names)


def _state(type_key: str, record_id: UUID, day: date, desk: "Desk") -> State:
    from clusterdesk.services.lookup import record_at

    then = record_at(desk.store, type_key, record_id, end_of(day)).values
    now = record_at(desk.store, type_key, record_id, desk.store.clock.now()).values
    return State(type_key, dict(then) if then is not None else None, dict(now or {}))


class PastView(QWidget):
    """Shows a PastDay in two columns, and in a third what the value is today where it differs."""

    def __init__(self, kit: Kit) -> None:
        """Make an empty view."""
        super().__init__()
        self._kit = kit
        self.setProperty("role", "page")
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(10, 8, 16, 8)
        self._lines.setSpacing(8)

    def show_past(self, past: PastDay) -> None:
        """Show a day."""
        kit, t = self._kit, self._kit.t
        clear_layout(self._lines)
        self._lines.addWidget(Label(t("On {day}", day=kit.formats.long_date(past.day)), "heading"))
        if past.record.then is None:
            self._lines.addWidget(Label(t("It did not exist yet."), "muted", wrap=True))
        else:
            if past.record.then.get("deleted"):
                self._lines.addWidget(Label(t("It was in the bin."), "problem"))
            self._lines.addLayout(self._grid(past.record, past.names))
            for part in past.parts:
                self._lines.addSpacing(6)
                self._lines.addWidget(Label(t(RECORD_TYPES[part.type_key].label), "strong"))
                self._lines.addLayout(self._grid(part, past.names))
        self._lines.addStretch(1)

    def _grid(self, state: State, names: Names) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(8)
        grid.setColumnMinimumWidth(0, self._kit.theme.length(150))
        grid.setColumnStretch(1, 1)
        for row, (label, text, today) in enumerate(self._told(state, names)):
            value = Label(text, wrap=True)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(Label(label, "muted"), row, 0, Qt.AlignmentFlag.AlignTop)
            cell = QVBoxLayout()
            cell.setSpacing(1)
            cell.addWidget(value)
            if today:
                cell.addWidget(Label(today, "small", wrap=True))
            grid.addLayout(cell, row, 1)
        return grid

    def _told(self, state: State, names: Names) -> Iterator[tuple[str, str, str]]:
        """Yield label, text then, and a line about today where it differs; an owner's id says nothing."""
        kit, t = self._kit, self._kit.t
        owned = {kit.t(spec.label) for spec in RECORD_TYPES[state.type_key].references if spec.owned}
        now = dict(state_lines(kit, state.type_key, state.now, names))
        for label, text in state_lines(kit, state.type_key, state.then or {}, names):
            if label in owned:
                continue
            today = now.get(label, "–")
            yield label, text, "" if today == text else t("Today: {value}", value=today)
