"""The list of organisations as a table, with what the window shows beside their names."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from clusterdesk.base.errors import Translate
from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.identifiers.enterprise import show_enterprise_number
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.views.listing import Cell, Listing
from clusterdesk.domain.views.organisation_list import OrganisationFilter, OrganisationOrder, OrganisationRow
from clusterdesk.i18n.translator import Translator
from clusterdesk.services import list_views
from clusterdesk.store.desk_store import Store

_AT_ONCE = 2_000


def filtered_organisations(
    store: Store, wanted: OrganisationFilter, order: OrganisationOrder, t: Translator
) -> Listing:
    """Return the organisations that fit a filter, in its order."""
    return organisations_listing(store, list_views.list_organisations(store, wanted, order), wanted.day, t)


def organisations_listing(store: Store, ids: Iterable[UUID], day: date, t: Translator) -> Listing:
    """Return these organisations as of a local day, in this order; a next step that is restricted never leaves."""
    wanted = list(ids)
    rows: list[tuple[Cell, ...]] = []
    for start in range(0, len(wanted), _AT_ONCE):
        part = wanted[start : start + _AT_ONCE]
        found = list_views.organisation_rows(store, part, day, language=t.language)
        rows += [_cells(found[one], t) for one in part if one in found]
    return Listing("organisation", t("Organisations"), _headings(t), tuple(rows))


def _headings(t: Translator) -> tuple[str, ...]:
    return (
        t("Name"),
        t("Enterprise number"),
        t("Kind"),
        t("Value chains"),
        t("Membership"),
        t("City"),
        t("Last contact"),
        t("Next visit"),
        t("Next step"),
        t("Next step on"),
        t("Earliest promise"),
        t("Open promises"),
    )


def _cells(row: OrganisationRow, t: Translate) -> tuple[Cell, ...]:
    return (
        row.name,
        show_enterprise_number(row.enterprise_number) if row.enterprise_number else None,
        t(choice_label(row.kind)),
        ", ".join(row.value_chains),
        t(choice_label(row.membership)) if row.membership else None,
        row.city,
        row.last_contact_on,
        row.next_visit_on,
        row.next_step if row.next_step_visibility is not Visibility.RESTRICTED else None,
        row.next_step_on,
        row.next_due_on,
        row.open_promises or None,
    )
