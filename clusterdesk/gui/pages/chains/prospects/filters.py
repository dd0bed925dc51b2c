"""What is typed and chosen over the prospects: words, a link, a project."""

from PySide6.QtCore import Signal

from clusterdesk.domain.parsing.text import even
from clusterdesk.domain.views.prospects import ProspectList, ProspectRow
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.chains.prospects import words
from clusterdesk.gui.pages.chains.prospects.new_dialog import Lacking
from clusterdesk.gui.widgets.fields.choice import ChoiceBox, Option
from clusterdesk.gui.widgets.page_header import FoldingRow
from clusterdesk.gui.widgets.search_field import SearchField

_FOLD = 620


class ProspectFilters(FoldingRow):
    """The field and the two boxes.

    Signals:
        changed: something else is typed or chosen.
    """

    changed = Signal()

    def __init__(self, kit: Kit) -> None:
        """Let all pass."""
        super().__init__(kit, _FOLD)
        t = kit.t
        self.kit = kit
        self.field = SearchField(kit, t("Name, number, place, what was said…"))
        self.link_box, self.project_box = ChoiceBox(), ChoiceBox()
        self.link_box.setAccessibleName(t("Prospects for which link"))
        self.project_box.setAccessibleName(t("Prospects for which project"))
        self.add(self.field, 1)
        self.field.searched.connect(self.changed)
        for box in (self.link_box, self.project_box):
            self.add(box, 1)
            box.activated.connect(self.changed)

    @property
    def lacking(self) -> Lacking:
        """What is chosen, as what somebody is sought for."""
        return Lacking(self.link_box.currentData(), self.project_box.currentData())

    def offer(self, data: ProspectList) -> None:
        """Offer the links and projects that somebody is sought for."""
        t = self.kit.t
        sought = {row.link.id for row in data.rows if row.link is not None}
        links = [one for one in words.link_options(self.kit, data) if one.key in sought]
        projects = {row.record.project_id: row.project for row in data.rows if row.record.project_id is not None}
        named = sorted((Option(key, title) for key, title in projects.items()), key=lambda one: one.label.casefold())
        for box, options in (
            (self.link_box, [Option(None, t("Every link")), *links]),
            (self.project_box, [Option(None, t("Every project")), *named]),
        ):
            box.set_options(options)
            if box.currentIndex() < 0:
                box.choose(None)

    def clear(self) -> None:
        """Let all pass again."""
        self.field.clear()
        for box in (self.link_box, self.project_box):
            box.choose(None)

    def let_pass(self, row: ProspectRow) -> bool:
        """Tell whether a prospect fits what is typed and chosen."""
        record = row.record
        said = (record.name, record.enterprise_number or "", record.postcode, record.city, record.contact_name)
        told = even(" ".join((*said, record.remark, record.next_step, *(one.remark for one in row.steps))))
        if not all(word in told for word in even(self.field.text()).split()):
            return False
        link, project = self.link_box.currentData(), self.project_box.currentData()
        return link in (None, record.chain_link_id) and project in (None, record.project_id)
