"""The chips over the list: ready-made filters, value chains, memberships, tags; each with how many it would show."""

from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.records.organisations import MembershipStatus
from clusterdesk.domain.saved_filters import READY
from clusterdesk.domain.views.organisation_list import FilterCounts, NamedCount, OrganisationFilter
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.widgets.dragging import payload_of
from clusterdesk.gui.widgets.filter_chips import FilterChip, FilterChips, FilterChoice
from clusterdesk.gui.widgets.low_scroll import LowScroll

_CHAIN, _MEMBERSHIP, _TAG = "chain:", "membership:", "tag:"
_MOST_TAGS = 6
DRAGGED = "organisations"  # ids, one after the other
_HIGHEST = 100  # three lines of chips at 100 %


class OrganisationFilters(FilterChips):
    """Chips that make an OrganisationFilter.

    Signals:
        tag_dropped: the name of a tag, and the ids (bytes, one after the other) of what was let go on it.
    """

    tag_dropped = Signal(str, object)

    def __init__(self, kit: Kit) -> None:
        """Start with the chips that are always there; the first counts bring the others."""
        super().__init__(kit, kit.t("Filters"), many=True)
        self._tags: dict[str, str] = {}
        t = self._t = kit.t
        self.set_choices(FilterChoice(key, t(ready.label)) for key, ready in READY.items())

    def scrolled(self) -> LowScroll:
        """Return the chips in an area that leaves the list its room where the text is large."""
        return LowScroll(self, _HIGHEST, self._t("Filters"))

    def show_counts(self, counts: FilterCounts) -> None:
        """Show what each chip would show."""
        t = self._t
        ready = [FilterChoice(key, t(one.label), getattr(counts, one.field)) for key, one in READY.items()]
        chains = [FilterChoice(f"{_CHAIN}{chain.id}", chain.name, chain.count) for chain in counts.value_chains]
        memberships = [
            FilterChoice(f"{_MEMBERSHIP}{status}", t(choice_label(status)), counts.memberships.get(status, 0))
            for status in MembershipStatus
        ]
        self._tags = {str(tag.id): tag.name for tag in counts.tags}
        tags = [FilterChoice(f"{_TAG}{tag.id}", tag.name, tag.count) for tag in self._offered(counts.tags)]
        self.set_choices([*ready, *chains, *memberships, *tags])

    def wanted(self, day: date, text: str, silent_after_days: int, profile_id: UUID | None) -> OrganisationFilter:
        """Return the filter of the chips that are on, and a text; ``profile_id`` is who looks."""
        switches: dict[str, Any] = {ready.field: key in self.keys for key, ready in READY.items()}
        return OrganisationFilter(
            day,
            text=text,
            value_chain_ids=tuple(UUID(key) for key in self._on(_CHAIN)),
            memberships=tuple(MembershipStatus(key) for key in self._on(_MEMBERSHIP)),
            tag_ids=tuple(UUID(key) for key in self._on(_TAG)),
            silent_after_days=silent_after_days,
            profile_id=profile_id,
            **switches,
        )

    def make_chip(self, key: str) -> FilterChip:
        """Let a tag take what is dragged onto it."""
        if not key.startswith(_TAG):
            return super().make_chip(key)
        chip = TagChip(self._kit, "", "filter")
        chip.dropped.connect(self._dropped)
        chip.setObjectName(key)
        return chip

    def show_filter(self, wanted: OrganisationFilter) -> None:
        """Turn on exactly the chips of a filter."""
        ready = [key for key, one in READY.items() if getattr(wanted, one.field)]
        chains = [f"{_CHAIN}{one}" for one in wanted.value_chain_ids]
        memberships = [f"{_MEMBERSHIP}{one}" for one in wanted.memberships]
        self.choose(*ready, *chains, *memberships, *(f"{_TAG}{one}" for one in wanted.tag_ids))

    @Slot(object)
    def _dropped(self, payload: bytes) -> None:
        chip = self.sender()
        name = self._tags.get(chip.objectName().removeprefix(_TAG)) if chip is not None else None
        if name:
            self.tag_dropped.emit(name, payload)

    def _on(self, prefix: str) -> list[str]:
        return sorted(key.removeprefix(prefix) for key in self.keys if key.startswith(prefix))

    def _offered(self, tags: tuple[NamedCount, ...]) -> list[NamedCount]:
        """Return the tags that most organisations bear, and those that are on."""
        most = sorted((tag for tag in tags if tag.count), key=_rank)[:_MOST_TAGS]
        on = self._on(_TAG)
        return [tag for tag in tags if tag in most or str(tag.id) in on]


class TagChip(FilterChip):
    """A tag that takes organisations; the button Tag does the same by keys.

    Signals:
        dropped: the payload of what was let go.
    """

    dropped = Signal(object)

    def __init__(self, kit: Kit, text: str, role: str) -> None:
        """Take organisations."""
        super().__init__(kit, text, role)
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Say that they may be let go here."""
        if payload_of(event.mimeData(), DRAGGED):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take them."""
        payload = payload_of(event.mimeData(), DRAGGED)
        if payload:
            event.acceptProposedAction()
            self.dropped.emit(payload)


def _rank(tag: NamedCount) -> tuple[int, str]:
    return -tag.count, tag.name.casefold()
