"""Rows of the list: what the desk knows becomes texts, in the desk's thread."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.identifiers.enterprise import show_enterprise_number
from clusterdesk.domain.records.lists import SavedFilter
from clusterdesk.domain.records.organisations import MembershipStatus
from clusterdesk.domain.views.organisation_list import (
    FilterCounts,
    OrganisationFilter,
    OrganisationIds,
    OrganisationOrder,
    OrganisationRow,
    OrganisationSort,
)
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.models.rows import Column, TableRow
from clusterdesk.gui.tokens import Tone

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk

_TONES = {
    MembershipStatus.MEMBER: Tone.OK,
    MembershipStatus.CANDIDATE: Tone.INFO,
    MembershipStatus.PARTNER: Tone.NEUTRAL,
    MembershipStatus.FORMER: Tone.WARN,
}


def columns(kit: Kit) -> tuple[Column, ...]:
    """Return the columns; their keys are those of OrganisationSort."""
    t = kit.t
    return (
        Column(OrganisationSort.NAME, t("Name"), 188),
        Column("chains", t("Value chains"), 110, sortable=False),
        Column(OrganisationSort.MEMBERSHIP, t("Membership"), 144, chip=True),
        Column(OrganisationSort.CITY, t("City"), 102),
        Column(OrganisationSort.LAST_CONTACT, t("Last contact"), 100),
        Column(OrganisationSort.NEXT_VISIT, t("What comes next"), 138),
        Column(OrganisationSort.OPEN_PROMISES, t("To do"), 72, number=True),
        Column(OrganisationSort.NUMBER, t.c("enterprise number", "Number"), 116),
    )


class ReadRows:
    """Reads the rows of ids and writes them in a language."""

    def __init__(self, kit: Kit) -> None:
        """Write with the words and formats of a kit."""
        self._kit = kit

    def __call__(self, desk: "Desk", ids: Sequence[Hashable]) -> Sequence[TableRow]:
        """Read."""
        from clusterdesk.services.list_views import organisation_rows

        wanted = [each for each in ids if isinstance(each, UUID)]
        today = desk.clock.today()
        found = organisation_rows(desk.store, wanted, today, language=self._kit.t.language)
        return [self.table_row(row, today) for row in found.values()]

    def table_row(self, row: OrganisationRow, today: date) -> TableRow:
        """Write a row."""
        t, formats = self._kit.t, self._kit.formats
        membership = row.membership
        number = row.enterprise_number
        late = row.next_due_on is not None and row.next_due_on < today
        return TableRow(
            row.id,
            (
                row.name,
                ", ".join(row.value_chains),
                t(choice_label(membership)) if membership else "",
                row.city,
                formats.date(row.last_contact_on) if row.last_contact_on else t("never"),
                self._next(row, today),
                formats.number(row.open_promises) if row.open_promises else "",
                show_enterprise_number(number) if number else t("missing"),
            ),
            (
                None,
                None,
                _TONES[membership] if membership else None,
                None,
                None if row.last_contact_on else Tone.NEUTRAL,
                None,
                Tone.BAD if late else None,
                None if number else Tone.WARN,
            ),
        )

    def _next(self, row: OrganisationRow, today: date) -> str:
        t, formats = self._kit.t, self._kit.formats
        if row.next_visit_on is not None and row.next_visit_on >= today:
            return t("Visit {day}", day=formats.weekday_date(row.next_visit_on))
        if row.next_step and row.next_step_on is not None:
            return t("{step} · {day}", step=row.next_step, day=formats.date(row.next_step_on))
        return row.next_step


@dataclass(frozen=True, slots=True)
class ListData:
    """The ids that fit, what each filter would show, the saved filters with their counts, and who looks."""

    ids: OrganisationIds
    counts: FilterCounts
    saved: tuple[SavedFilter, ...]
    saved_counts: Mapping[UUID, int]
    profile_id: UUID | None


class ReadList:
    """Reads the ids that fit a filter, and what each filter would show."""

    def __init__(self, wanted: OrganisationFilter, order: OrganisationOrder, language: str, own_name: str) -> None:
        """``language`` is that of the names of value chains, ``own_name`` that of whoever looks."""
        self._wanted, self._order, self._language, self._own_name = wanted, order, language, own_name

    def __call__(self, desk: "Desk") -> ListData:
        """Read all in one job: list and counts belong together."""
        from clusterdesk.services import list_views, saved_filters

        store = desk.store
        profile_id = saved_filters.own_profile(store, self._own_name)
        wanted = replace(self._wanted, profile_id=profile_id)
        saved = saved_filters.saved_filters(store)
        return ListData(
            list_views.list_organisations(store, wanted, self._order),
            list_views.count_organisations(store, wanted, language=self._language),
            saved,
            saved_filters.count_saved(store, saved, wanted.day, wanted.silent_after_days, profile_id),
            profile_id,
        )


class ReadIds:
    """Reads the ids only, for an answer at every keystroke."""

    def __init__(self, wanted: OrganisationFilter, order: OrganisationOrder) -> None:
        """Ask with a filter and an order."""
        self._wanted, self._order = wanted, order

    def __call__(self, desk: "Desk") -> OrganisationIds:
        """Read."""
        from clusterdesk.services.list_views import list_organisations

        return list_organisations(desk.store, self._wanted, self._order)
