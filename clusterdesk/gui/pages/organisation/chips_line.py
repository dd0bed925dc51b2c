"""The chips under the name of an organisation: what it is, since when a member, what is missing."""

from PySide6.QtWidgets import QWidget

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.records.organisations import LegalSituation, Membership, MembershipStatus
from clusterdesk.domain.views.organisation_page import OrganisationPage
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.widgets.card import clear_layout
from clusterdesk.gui.widgets.flow import FlowLayout
from clusterdesk.gui.widgets.label import Chip, ElidedLabel

_MEMBER_TONES = {
    MembershipStatus.MEMBER: Tone.OK,
    MembershipStatus.CANDIDATE: Tone.INFO,
    MembershipStatus.PARTNER: Tone.INFO,
    MembershipStatus.FORMER: Tone.NEUTRAL,
}


class ChipsLine(QWidget):
    """Wraps where there are many."""

    def __init__(self, kit: Kit) -> None:
        """Make it empty."""
        super().__init__()
        self.kit = kit
        self._flow = FlowLayout(self)

    def show_page(self, page: OrganisationPage) -> None:
        """Show the chips of an organisation."""
        t, language = self.kit.t, self.kit.t.language
        clear_layout(self._flow)
        if page.organisation.deleted:
            self._chip(t("In the bin"), Tone.BAD)
        self._chip(t(choice_label(page.organisation.kind)))
        member = page.membership
        if member is not None:
            self._chip(membership_words(self.kit, member), _MEMBER_TONES[member.status])
        situation = page.situation
        if situation is not None and situation.situation is not LegalSituation.ACTIVE:
            self._chip(t(choice_label(situation.situation)), Tone.BAD)
        for chain in page.value_chains:
            self._chip(chain.name_in(language), Tone.OK)
        if page.number:
            number = ElidedLabel(page.number, "muted")
            number.setMinimumWidth(number.fontMetrics().horizontalAdvance(page.number) + 4)
            self._flow.addWidget(number)
        else:
            self._chip(t("Number missing"), Tone.WARN)
        for merged in page.merged:
            self._chip(t("Merged: {name}", name=merged.name[:60]), Tone.INFO)
        self.updateGeometry()

    def _chip(self, text: str, tone: Tone = Tone.NEUTRAL) -> None:
        self._flow.addWidget(Chip(text, tone))


def membership_words(kit: Kit, member: Membership) -> str:
    """Return "Member since 2024"."""
    label = kit.t(choice_label(member.status))
    if member.from_on is None:
        return label
    return kit.t("{status} since {day}", status=label, day=kit.formats.partial(member.from_on))
