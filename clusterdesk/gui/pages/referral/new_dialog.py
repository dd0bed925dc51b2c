"""« Orienter »: kind, need and countries; the team that suits is proposed, and the consent can be noted at once."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from clusterdesk.domain.commands.referrals import CreateReferral
from clusterdesk.domain.records.directory import ReferralKind
from clusterdesk.domain.records.referrals import Referral
from clusterdesk.domain.views.referrals import ReferralChoices
from clusterdesk.gui.context import Context
from clusterdesk.gui.dialogs.ask import AskDialog
from clusterdesk.gui.forms.special_fields import GrowingNote
from clusterdesk.gui.pages.organisations.picker import OrganisationPicker
from clusterdesk.gui.pages.referral.move_dialogs import consent_by_field
from clusterdesk.gui.pages.referral.reading import create, read_choices
from clusterdesk.gui.pages.referral.team_choice import TeamChoice
from clusterdesk.gui.widgets.fields.choice import InlineChoice, Option
from clusterdesk.gui.widgets.fields.countries import CountrySet, InlineCountries

_HIGHEST = 680  # pixels, however large the text: the smallest screen has 720


class NewReferralDialog(AskDialog):
    """Asks what an organisation is handed over for.

    Signals:
        made: the id of the new orientation; the dialog closes.
    """

    made = Signal(object)

    def __init__(
        self,
        context: Context,
        organisation_id: UUID | None = None,
        session_id: UUID | None = None,
        need: str = "",
        parent: QWidget | None = None,
        quick_note_id: UUID | None = None,
    ) -> None:
        """Ask about an organisation, or first which one; ``need`` is what is known already, from a line or a note."""
        t = context.kit.t
        super().__init__(context.kit, t("Refer an organisation"), t("Create"), parent=parent)
        self.context = context
        self._organisation_id, self._session_id = organisation_id, session_id
        self._quick_note_id = quick_note_id
        self._choices: ReferralChoices | None = None
        self.picker = OrganisationPicker(context)
        self.picker.picked.connect(self._picked)
        self.picker.setVisible(organisation_id is None)
        self.kind = InlineChoice(self.kit, t("Kind of orientation"))
        self.kind.box.setProperty("role", "input")
        self.kind.committed.connect(self._propose)
        self.need = GrowingNote(self.kit, t("Need"), least=3)
        self.need.set_value(need)
        self.countries = InlineCountries(self.kit, t("Countries"))
        self.countries.committed.connect(self._propose)
        self.team = TeamChoice(self.kit)
        self.agrees = QCheckBox(t("The organisation agrees already to share this"))
        self.agrees.toggled.connect(self._show_consent)
        self.by = consent_by_field(context, ())
        self.what = GrowingNote(self.kit, t("What may be shared"), least=2)
        self._consent = QWidget()
        inner = QVBoxLayout(self._consent)
        inner.setContentsMargins(24, 0, 0, 0)
        inner.setSpacing(6)
        inner.addWidget(self.by)
        inner.addWidget(self.what)
        self._consent.hide()
        self.scroll_content(self.picker, self.kind, self.need, self.countries, self.team, self.agrees, self._consent)
        self.setMinimumWidth(self.kit.theme.length(560))
        self.setMinimumHeight(min(self.kit.theme.length(620), _HIGHEST))
        self.consent.setEnabled(False)
        self.agreed.connect(self._agree)
        for changed in (self.need.edit.textChanged, self.what.edit.textChanged, self.by.edit.textEdited):
            changed.connect(self._forget_problem)
        if organisation_id is not None:
            self._read(organisation_id)
        else:
            self.team.hint(t("Choose the organisation first: the teams that suit it are proposed here."))

    def _read(self, organisation_id: UUID) -> None:
        self._organisation_id = organisation_id
        self.context.desk.submit(partial(read_choices, organisation_id), self._show, latest="new-referral", owner=self)

    def _show(self, choices: ReferralChoices) -> None:
        language = self.kit.t.language
        self._choices = choices
        self.heading.setText(self.kit.t("Refer {organisation}", organisation=choices.organisation.name))
        self.kind.set_options([Option(one.id, one.name_in(language)) for one in choices.kinds])
        if self.kind.value is None and choices.kinds:
            self.kind.set_value(choices.kinds[0].id)
        groups = [CountrySet(one.name_in(language), one.countries) for one in choices.groups]
        self.countries.set_groups(groups)
        if not self.by.dirty:
            self.by.set_value(next(iter(choices.people), ""))
        self.consent.setEnabled(True)
        self._propose(None)

    @Slot(object)
    def _picked(self, organisation_id: UUID | None) -> None:
        if organisation_id is not None and organisation_id != self._organisation_id:
            self._read(organisation_id)

    @Slot(object)
    def _propose(self, _changed: object) -> None:
        if self._choices is None:
            return
        kind = self._kind()
        if kind is None:
            self.team.hint(self.kit.t("Choose what kind of orientation it is: the teams that suit are proposed here."))
            return
        abroad = kind.international
        self.countries.setVisible(abroad)
        countries = self.countries.value if abroad else ()
        matches = self._choices.matches(kind, countries, self.kit.clock.today())
        # While a kind for abroad says no country, nobody can be told apart: all that take the kind are shown.
        self.team.show_matches(matches, self._choices.cards)

    def _kind(self) -> ReferralKind | None:
        kinds = self._choices.kinds if self._choices is not None else ()
        return next((one for one in kinds if one.id == self.kind.value), None)

    @Slot(bool)
    def _show_consent(self, agreed: bool) -> None:
        self._consent.setVisible(agreed)
        if agreed:
            self.by.setFocus()

    @Slot()
    def _agree(self) -> None:
        choices, kind = self._choices, self._kind()
        for field in (self.need, self.countries, self.by, self.what):
            if not field.commit():
                return
        if choices is None or kind is None or self._organisation_id is None:
            return
        agreed = self.agrees.isChecked()
        if agreed and not self.by.value:
            self.tell(self.kit.t("Say who of the organisation agreed."))
            return
        command = CreateReferral(
            organisation_id=self._organisation_id,
            need=self.need.text(),
            kind_id=kind.id,
            countries=self.countries.value if kind.international else (),
            session_id=self._session_id,
            coaching_file_id=choices.coaching_file_id,
            profile_id=choices.profile_id,
            hub_team_id=self.team.team_id,
            quick_note_id=self._quick_note_id,
            consent_by=(self.by.value or "") if agreed else "",
            consent_what=self.what.text() if agreed else "",
        )
        self.wait()
        toast = self.kit.t("Orientation begun: {organisation}", organisation=choices.organisation.name)
        self.context.write(partial(create, command), self._done, self._refused, toast=toast, owner=self)

    @Slot()
    def _forget_problem(self) -> None:
        if self.problem:
            self.tell("")

    def _done(self, referral: Referral) -> None:
        self.accept()
        self.made.emit(referral.id)

    def _refused(self, error: BaseException) -> None:
        self.tell(self.context.error_text(error))
