"""What people read for the choices of the programme: English msgids."""

from collections.abc import Mapping
from enum import Enum

from clusterdesk.base.marks import N_
from clusterdesk.domain.records.programme import ThemeState

PROGRAMME_LABELS: Mapping[type[Enum], Mapping[Enum, str]] = {
    ThemeState: {
        ThemeState.PROPOSED: N_("Proposed"),
        ThemeState.VOTED: N_("Voted on"),
        ThemeState.CHOSEN: N_("Chosen"),
        ThemeState.DROPPED: N_("Dropped"),
    },
}
