"""What the pages of an organisation say while it lies in the bin."""

from clusterdesk.gui.kit import Kit
from clusterdesk.gui.widgets.bin_notice import BinNotice


def organisation_notice(kit: Kit) -> BinNotice:
    """Return what stands over an organisation in the bin: its parts went there with it, and come back with it."""
    t = kit.t
    return BinNotice(
        kit,
        t("In the bin with its contacts, visits and promises: nothing can be changed, all of it comes back together."),
    )
