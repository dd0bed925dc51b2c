"""The two columns of a meeting's page: what is said and decided at the left; who came and what is owed at the right."""

from PySide6.QtWidgets import QWidget

from clusterdesk.domain.views.groups import MeetingPage
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.people_choices import PeopleChoices
from clusterdesk.gui.pages.meeting.attendance_card import AttendanceCard
from clusterdesk.gui.pages.meeting.decisions_card import DecisionsCard
from clusterdesk.gui.pages.meeting.facts_card import FactsCard
from clusterdesk.gui.pages.meeting.owed_card import OwedCard
from clusterdesk.gui.pages.meeting.text_card import TextCard
from clusterdesk.gui.widgets.fields.choice import Option
from clusterdesk.gui.widgets.page_scroll import lay_out_cards


class MainColumn(QWidget):
    """Agenda and minutes, decisions and promises."""

    def __init__(self, context: Context) -> None:
        """Make empty cards."""
        super().__init__()
        t = context.kit.t
        self.text, self.decisions = TextCard(context), DecisionsCard(context)
        self.promises = OwedCard(context, t("Promises"), t("Nobody promised anything yet."))
        lay_out_cards(self, self.text, self.decisions, self.promises)

    def forget(self) -> None:
        """Another meeting is about to be shown."""
        self.decisions.forget()
        self.promises.forget()

    def show_page(self, page: MeetingPage) -> None:
        """Show a meeting; typed text stays."""
        self.text.show_page(page)
        self.decisions.show_page(page)
        self.promises.people.renew(_people(page))
        self.promises.show_owed(page.promises)


class SideColumn(QWidget):
    """Who came, when and where, what is still owed from the meetings before."""

    def __init__(self, context: Context) -> None:
        """Make empty cards."""
        super().__init__()
        t = context.kit.t
        self.attendance, self.facts = AttendanceCard(context), FactsCard(context)
        self.owed = OwedCard(context, t("Still owed from before"), "")
        lay_out_cards(self, self.attendance, self.owed, self.facts)

    def forget(self) -> None:
        """Another meeting is about to be shown."""
        self.owed.forget()

    def show_page(self, page: MeetingPage) -> None:
        """Show a meeting; typed text stays."""
        self.attendance.show_page(page)
        self.facts.show_page(page)
        self.owed.people.renew(_people(page))
        self.owed.show_owed(page.owed)
        self.owed.setVisible(bool(page.owed))


def _people(page: MeetingPage) -> PeopleChoices:
    contacts = [Option(one.contact_id, one.name) for one in page.room.people if one.contact_id is not None]
    return PeopleChoices([Option(one.id, one.name) for one in page.profiles], contacts)
