"""One project: what it wants, who holds it, its value chains and partners."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.records.lists import ValueChain
from clusterdesk.domain.views.organisation_page import ProjectCard
from clusterdesk.gui.forms.choosing_row import ChoosingRow
from clusterdesk.gui.forms.record_form import RecordForm
from clusterdesk.gui.pages.organisation.partners_card import PartnersCard
from clusterdesk.gui.pages.organisation.project_actions import ProjectActions
from clusterdesk.gui.pages.organisation.set_field import SetField
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.widgets.card import Column
from clusterdesk.gui.widgets.fields.choice import Option

_ROWS = (("title",), ("kind", "stage"), ("started_on", "contact_id"), ("description",))
_NOBODY = Option(None, "–")


@dataclass(slots=True)
class ProjectChoices:
    """The people of the organisation and the value chains as they are now; the card renews them."""

    people: Sequence[Option] = ()
    chains: tuple[ValueChain, ...] = ()


class ProjectRow(ChoosingRow[ProjectChoices]):
    """One project.

    Signals:
        file_added: a coaching file was opened (its id).
    """

    type_key = "project"
    file_added = Signal(object)
    part: ProjectCard

    def record_id(self) -> UUID:
        """Return the project's id."""
        return self.part.project.id

    def words(self) -> None:
        """Say title, stage, value chains, and the part in it or who takes part."""
        t, card, language = self.kit.t, self.part, self.kit.t.language
        facts = [card.project.stage] if card.project.stage else []
        facts += [chain.name_in(language) for chain in card.value_chains]
        if card.holder:
            facts.append(t("Partner ({role}) of {holder}", role=card.role or "–", holder=card.holder))
        elif card.partners:
            facts.append(t("with {names}", names=self.kit.formats.joined([one.name for one in card.partners])))
        production = card.project.kind.value == "production"
        chips = ((t(choice_label(card.project.kind)), Tone.INFO),) if production else ()
        self.say(card.project.title, " · ".join(facts), *chips)

    def build(self) -> QWidget:
        """Return the fields, value chains and partners, and what can be done with the project."""
        t = self.kit.t
        self.form = RecordForm(self.context, "project", _ROWS, {"contact_id": [_NOBODY]}, required=("title",))
        self.chains = SetField(
            self.context, t("Value chains"), "project_value_chain", "value_chain_id", owner_field="project_id"
        )
        self.partners = PartnersCard(self.context)
        self.buttons = ProjectActions(self.context)
        self.buttons.file_added.connect(self.file_added)
        return Column(self.form, self.chains, self.partners, self.buttons)

    def fill(self) -> None:
        """Show the project."""
        project = self.part.project
        self.form.offer("contact_id", [_NOBODY, *self.choices.people])
        self.form.show_record(project)
        self.chains.show_members(project.id, self.part.value_chains, self.choices.chains)
        self.partners.project_id = project.id
        self.partners.show_parts(self.part.partners)
        self.buttons.show_project(project)
