"""The lists that pages hand out to be exported: read in the desk's thread when they are."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Protocol
from uuid import UUID

from clusterdesk.domain.health import CHECKS, HealthKey
from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.domain.views.listing import Cell, Listing
from clusterdesk.domain.views.organisation_list import OrganisationFilter, OrganisationOrder
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator
from clusterdesk.services.told_titles import told_title

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk


_ALL = 1_000_000


class ReadListing(Protocol):
    """A list that can be read; ``for_team``: it leaves out what is restricted, so the team may have it."""

    @property
    def for_team(self) -> bool:
        """Whether the list may go to the team's folder."""
        ...

    def name(self, t: Translator) -> str:
        """Return what people call the list; its file is named so."""
        ...

    def __call__(self, desk: "Desk") -> Listing:
        """Read it."""
        ...


class Listed(Protocol):
    """A page that may have a list on it."""

    def listing(self) -> ReadListing | None:
        """Return the list, None where there is none."""
        ...


@dataclass(frozen=True, slots=True)
class Organisations:
    """The organisations that fit a filter, in its order."""

    wanted: OrganisationFilter
    order: OrganisationOrder
    t: Translator
    for_team: ClassVar[bool] = True

    def name(self, t: Translator) -> str:
        """Return what people call the list."""
        return t("Organisations")

    def __call__(self, desk: "Desk") -> Listing:
        """Read it."""
        from clusterdesk.exchange.listing.organisations import filtered_organisations

        return filtered_organisations(desk.store, self.wanted, self.order, self.t)


@dataclass(frozen=True, slots=True)
class Records:
    """All records of a type."""

    key: str
    t: Translator
    for_team: ClassVar[bool] = True

    def name(self, t: Translator) -> str:
        """Return what people call the list."""
        return t(RECORD_TYPES[self.key].plural)

    def __call__(self, desk: "Desk") -> Listing:
        """Read it."""
        from clusterdesk.domain.views.record_ref import RecordFilter
        from clusterdesk.exchange.listing.records import listing_of
        from clusterdesk.services.lookup import page

        return listing_of(desk.store, self.key, page(desk.store, self.key, RecordFilter()).records, self.t)


@dataclass(frozen=True, slots=True)
class Teams:
    """Receiving teams, as an import reads them back."""

    ids: Sequence[UUID]
    t: Translator
    for_team: ClassVar[bool] = True

    def name(self, t: Translator) -> str:
        """Return what people call the list."""
        return t("Receiving teams")

    def __call__(self, desk: "Desk") -> Listing:
        """Read them."""
        from clusterdesk.exchange.listing.hub_teams import teams_listing

        return teams_listing(desk.store, self.t, self.ids)


@dataclass(frozen=True, slots=True)
class Shown:
    """Rows that stand on a page already."""

    key: str
    title: str
    headings: Sequence[str]
    rows: Sequence[tuple[Cell, ...]]
    for_team: ClassVar[bool] = False

    def name(self, t: Translator) -> str:
        """Return what people call the list."""
        return self.title

    def __call__(self, desk: "Desk") -> Listing:
        """Give them."""
        return Listing(self.key, self.title, tuple(self.headings), tuple(self.rows))


@dataclass(frozen=True, slots=True)
class Unwell:
    """What a check of data health finds, all of it."""

    key: HealthKey
    t: Translator
    for_team: ClassVar[bool] = False

    def name(self, t: Translator) -> str:
        """Return what people call the list."""
        return t(CHECKS[self.key].label)

    def __call__(self, desk: "Desk") -> Listing:
        """Read it."""
        from clusterdesk.services.health import health_rows, read_duplicates

        pairs = self.key is HealthKey.DUPLICATES
        rows = read_duplicates(desk.store) if pairs else health_rows(desk.store, self.key, limit=_ALL)
        t, formats = self.t, Formats(self.t.language)
        cells = tuple(
            (
                row.organisation,
                t(RECORD_TYPES[row.record_type].label),
                told_title(row.record_type, row.title, t, formats),
                row.on,
                row.other,
            )
            for row in rows
        )
        headings = (t("Organisation"), t("Kind"), t("What"), t("Date"), t("The other one"))
        return Listing(self.key, self.name(t), headings, cells)
