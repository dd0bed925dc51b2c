"""What an organisation does with others, in the Fil: its links of value chains, its groups and their meetings."""

from clusterdesk.domain.views.timeline import TimelineEntry
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.organisation.fil_chains import FIL_OF_CHAINS, chain_title
from clusterdesk.gui.pages.organisation.fil_meetings import FIL_OF_GROUPS, group_body, group_mark, group_title
from clusterdesk.gui.tokens import Tone

COLLECTIVE = FIL_OF_CHAINS | FIL_OF_GROUPS
MARKED = FIL_OF_GROUPS


def collective_title(kit: Kit, entry: TimelineEntry) -> str:
    """Return what stands first in an entry."""
    return chain_title(kit, entry) if entry.kind in FIL_OF_CHAINS else group_title(kit, entry)


def collective_body(kit: Kit, entry: TimelineEntry) -> str:
    """Return what stands under it."""
    return group_body(kit, entry) if entry.kind in FIL_OF_GROUPS else entry.body


def collective_mark(kit: Kit, entry: TimelineEntry) -> tuple[str, Tone]:
    """Return the chip of one that is ``MARKED``, "" for none."""
    return group_mark(kit, entry)
