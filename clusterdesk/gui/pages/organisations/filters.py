"""The chips over the list: value chain, membership, what is missing; each with how many it would show."""

from datetime import date
from uuid import UUID

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.records.organisations import MembershipStatus
from clusterdesk.domain.views.organisation_list import FilterCounts, OrganisationFilter
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.widgets.filter_chips import FilterChips, FilterChoice

NUMBER, SILENT, OPEN_FILE = "number", "silent", "file"
SWITCHES = (OPEN_FILE, SILENT, NUMBER)
_CHAIN, _MEMBERSHIP = "chain:", "membership:"


class OrganisationFilters(FilterChips):
    """Chips that make an OrganisationFilter."""

    def __init__(self, kit: Kit) -> None:
        """Start with the chips that are always there; the first counts bring the others."""
        super().__init__(kit, kit.t("Filters"), many=True)
        t = self._t = kit.t
        words = {OPEN_FILE: t("Open file"), SILENT: t("Silent"), NUMBER: t("Number missing")}
        self.set_choices(FilterChoice(key, words[key]) for key in SWITCHES)

    def show_counts(self, counts: FilterCounts) -> None:
        """Show what each chip would show."""
        t = self._t
        words = {
            OPEN_FILE: (t("Open file"), counts.open_file),
            SILENT: (t("Silent"), counts.silent),
            NUMBER: (t("Number missing"), counts.without_number),
        }
        self.set_choices(
            [
                *(FilterChoice(f"{_CHAIN}{chain.id}", chain.name, chain.count) for chain in counts.value_chains),
                *(
                    FilterChoice(f"{_MEMBERSHIP}{status}", t(choice_label(status)), counts.memberships.get(status, 0))
                    for status in MembershipStatus
                ),
                *(FilterChoice(key, *words[key]) for key in SWITCHES),
            ]
        )

    def wanted(self, day: date, text: str, silent_after_days: int) -> OrganisationFilter:
        """Return the filter of the chips that are on, and a text."""
        keys = self.keys
        return OrganisationFilter(
            day,
            text=text,
            value_chain_ids=tuple(UUID(key.removeprefix(_CHAIN)) for key in keys if key.startswith(_CHAIN)),
            memberships=tuple(
                MembershipStatus(key.removeprefix(_MEMBERSHIP)) for key in keys if key.startswith(_MEMBERSHIP)
            ),
            without_number=NUMBER in keys,
            silent=SILENT in keys,
            open_file=OPEN_FILE in keys,
            silent_after_days=silent_after_days,
        )
