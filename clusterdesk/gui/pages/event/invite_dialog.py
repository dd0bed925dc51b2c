"""Inviting to an event: a filter, who it finds and why somebody is left out, mail drafts."""

from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QWidget

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.organisations import MembershipStatus
from clusterdesk.domain.views.invitations import LEFT_OUT_LABELS, Invitations, InviteFilter
from clusterdesk.gui.context import Context
from clusterdesk.gui.dialogs.ask import AskDialog
from clusterdesk.gui.other_program import open_folder, open_in_program
from clusterdesk.gui.pages.event.candidate_list import CandidateList
from clusterdesk.gui.pages.event.inviting import FindCandidates, Invite
from clusterdesk.gui.widgets.fields.choice import ChoiceBox, Option
from clusterdesk.gui.widgets.filter_chips import FilterChips, FilterChoice
from clusterdesk.gui.widgets.label import Label
from clusterdesk.gui.widgets.page_header import FoldingRow
from clusterdesk.gui.widgets.search_field import SearchField

_SIDE_BY_SIDE = 560
_USUAL = (MembershipStatus.MEMBER, MembershipStatus.PARTNER)


class InviteDialog(AskDialog):
    """Asks whom to invite.

    Signals:
        invited: it is noted; the dialog closes.
    """

    invited = Signal()

    def __init__(self, context: Context, event_id: UUID, title: str, parent: QWidget | None = None) -> None:
        """Ask for an event; members and partners are proposed."""
        kit, t = context.kit, context.kit.t
        super().__init__(kit, t("Invite to “{title}”", title=title), t("Invite"), parent=parent)
        self.consent.setEnabled(False)  # until the people are read
        self.context, self._event_id = context, event_id
        self._found: Invitations | None = None
        self.statuses = FilterChips(kit, t("Membership"), many=True)
        self.statuses.set_choices(FilterChoice(one.value, t(choice_label(one))) for one in MembershipStatus)
        self.statuses.choose(*_USUAL)
        self.statuses.chosen.connect(self._ask)
        self.chain, self.model, self.language = ChoiceBox(), ChoiceBox(), ChoiceBox()
        self.municipality = SearchField(kit, t("Municipality or postcode"))
        self.people = CandidateList(kit)
        self.summary = Label("", "small", wrap=True)
        self.drafts = QCheckBox(t("Prepare the mails: one for each language, addresses hidden, with the appointment"))
        self.drafts.setChecked(True)
        self._offer_answers()
        self._assemble()
        self.agreed.connect(self._agree)
        self.people.ticked.connect(self._count)
        self._ask()

    def _offer_answers(self) -> None:
        t = self.kit.t
        for box, name in (
            (self.chain, t("Value chain")),
            (self.model, t("Circular model")),
            (self.language, t("Language")),
        ):
            box.setAccessibleName(name)
            box.activated.connect(self._ask)
        self.municipality.searched.connect(self._ask)
        self._offer((), ())
        spoken = (("fr", t("French")), ("nl", t("Dutch")), ("en", t("English")))
        self.language.set_options([Option("", t("All languages")), *(Option(key, label) for key, label in spoken)])
        self.language.choose("")

    def _offer(self, chains: tuple[Option, ...], models: tuple[Option, ...]) -> None:
        t = self.kit.t
        for box, none, options in (
            (self.chain, t("All value chains"), chains),
            (self.model, t("All circular models"), models),
        ):
            chosen = box.currentData()
            box.set_options([Option(None, none), *options])
            box.choose(chosen)

    def _assemble(self) -> None:
        row = FoldingRow(self.kit, _SIDE_BY_SIDE, spacing=8)
        for widget in (self.chain, self.model, self.language):
            row.add(widget, 1)
        self.scroll_content(self.statuses, row, self.municipality, self.people)
        self.content.addWidget(self.summary)
        self.content.addWidget(self.drafts)
        self.setMinimumWidth(self.kit.theme.length(640))

    @Slot()
    def _ask(self) -> None:
        job = FindCandidates(self._event_id, self.wanted)
        self.context.desk.submit(job, self._show, self._refused, latest="invite", owner=self)

    @property
    def wanted(self) -> InviteFilter:
        """The filter asked for now."""
        chain, model = self.chain.currentData(), self.model.currentData()
        return InviteFilter(
            self.kit.clock.today(),
            tuple(one for one in MembershipStatus if one.value in self.statuses.keys),
            (chain,) if isinstance(chain, UUID) else (),
            (model,) if isinstance(model, UUID) else (),
            str(self.language.currentData() or ""),
            self.municipality.text(),
        )

    def _show(self, found: Invitations) -> None:
        self._found = found
        language = self.kit.t.language
        self._offer(
            tuple(Option(one.id, one.name_in(language)) for one in found.chains),
            tuple(Option(one.id, one.name_in(language)) for one in found.models),
        )
        shareable = found.event.visibility is Visibility.SHAREABLE
        self.drafts.setEnabled(shareable)
        self.drafts.setChecked(shareable and self.drafts.isChecked())
        self.people.show_candidates(found.candidates)

    @Slot()
    def _count(self) -> None:
        t, number = self.kit.t, self.kit.formats.number
        chosen = len(self.people.chosen)
        self.consent.set_text(t.n("Invite {n} person", "Invite {n} persons", n=chosen) if chosen else t("Invite"))
        self.consent.setEnabled(bool(chosen))
        counts = self._found.counts if self._found is not None else {}
        why = [
            t("{reason}: {n}", reason=t(LEFT_OUT_LABELS[reason]), n=number(count)) for reason, count in counts.items()
        ]
        self.summary.setText(t("Left out – {reasons}", reasons=", ".join(why)) if why else "")
        self.summary.setVisible(bool(why))

    @Slot()
    def _agree(self) -> None:
        people = self.people.chosen
        if not people:
            return
        self.wait()
        settings, t = self.context.settings, self.kit.t
        job = Invite(
            self._event_id,
            people,
            settings.profile_name,
            settings.default_document_language,
            self.drafts.isChecked(),
        )
        toast = t.n("{n} person invited", "{n} persons invited", n=len(people))
        self.context.write(job, self._done, self._refused, toast=toast, owner=self)

    def _done(self, drafts: tuple[Path, ...]) -> None:
        for path in drafts:
            open_in_program(self.context, path)
        if drafts:  # who closes the mail program finds them again
            said = self.kit.t.n("{n} mail draft written", "{n} mail drafts written", n=len(drafts))
            folder = partial(open_folder, self.context, drafts[0].parent)
            self.context.shell.toast(said, self.kit.t("Open the folder"), folder)
        self.accept()
        self.invited.emit()

    def _refused(self, error: BaseException) -> None:
        self.tell(self.context.error_text(error))
