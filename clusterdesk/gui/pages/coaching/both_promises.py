"""What we owe beside what they owe, as far as it was promised in a file."""

from clusterdesk.domain.records.sessions import OwnerKind
from clusterdesk.domain.views.coaching import FilePlan
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.people_choices import PeopleChoices
from clusterdesk.gui.pages.organisation.promises_card import PromisesCard
from clusterdesk.gui.widgets.page_header import FoldingRow

_SIDE_BY_SIDE = 520


class Promises(FoldingRow):
    """What we owe beside what they owe, as far as it was promised in the file."""

    def __init__(self, context: Context) -> None:
        """Make two empty cards."""
        t = context.kit.t
        super().__init__(context.kit, _SIDE_BY_SIDE)
        self.ours = PromisesCard(context, t("We owe"), t("Nothing open."))
        self.theirs = PromisesCard(context, t("They owe"), t("Nothing open."))
        self.theirs.entry.owner.choose(OwnerKind.ORGANISATION)
        for card in (self.ours, self.theirs):
            card.setProperty("role", "plain")
            card.body.setContentsMargins(0, 0, 0, 0)
            card.body.addStretch(1)
            self.add(card, 1)

    def show_plan(self, plan: FilePlan, people: PeopleChoices) -> None:
        """Show the open promises of a file."""
        for card, lines in ((self.ours, plan.ours), (self.theirs, plan.theirs)):
            card.organisation_id, card.coaching_file_id = plan.project.organisation_id, plan.file.id
            card.people.renew(people)
            card.show_promises([line.action for line in lines])
