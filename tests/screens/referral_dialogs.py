"""The dialogs of orientations, opened as they would be."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from clusterdesk.base.ids import derived_id
from clusterdesk.domain.records.directory import HubTeam, HubTeamPerson, ReferralKind
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.domain.records.referrals import Referral, ReferralAct, ReferralState
from clusterdesk.domain.views.hub_teams import TeamCard
from clusterdesk.domain.views.referrals import ReferralChoices, ReferralRow
from clusterdesk.gui.answers.dialog import AnswerDialog
from clusterdesk.gui.pages.referral.hand_over_dialog import HandOverDialog
from clusterdesk.gui.pages.referral.letter_dialog import LetterDialog
from clusterdesk.gui.pages.referral.move_dialogs import ConsentDialog, MoveDialog, ReasonDialog
from clusterdesk.gui.pages.referral.new_dialog import NewReferralDialog
from clusterdesk.gui.pages.referral.outcome_dialog import OutcomeDialog
from clusterdesk.gui.parcels.dialog import ParcelDialog
from clusterdesk.gui.shell.main_window import MainWindow
from tests.screens.binder import Subjects

DAY = date(2026, 10, 12)
BASES: tuple[type[QWidget], ...] = (MoveDialog,)
_KIND = ReferralKind(
    key="international", name_fr="International", name_nl="Internationaal", name_en="International", international=True
)


def _row(subjects: Subjects, state: ReferralState) -> ReferralRow:
    record = Referral(
        id=subjects.referral_id,
        organisation_id=subjects.organisation_id,
        on=DAY,
        need="Un agent pour les panneaux acoustiques, sans exclusivité sur tout le pays.",
        state=state,
        kind_id=_KIND.id,
    )
    return ReferralRow(record, subjects.organisation_id, "Atelier Noord", _KIND, countries=("DE", "NL"))


def _team(name: str, countries: tuple[str, ...], days: int) -> TeamCard:
    team = HubTeam(id=derived_id("screens", name), name=name, languages=("nl", "fr"), answer_days=days)
    people = (HubTeamPerson(hub_team_id=team.id, name="Hanne Deprez"),)
    return TeamCard(team, countries, (), (_KIND,), people)


def _choices() -> ReferralChoices:
    cards = (_team("Cellule export Nord (exemple)", ("DE", "NL"), 10), _team("Attachée économique", ("NL",), 15))
    organisation = Organisation(name="Atelier Noord", languages=("fr",))
    return ReferralChoices(organisation, (_KIND,), cards, people=("Nora Lejeune", "Karim Benali"))


def _new(window: MainWindow, subjects: Subjects) -> QWidget:
    return NewReferralDialog(window.context, subjects.organisation_id, parent=window)


def _consent(window: MainWindow, subjects: Subjects) -> QWidget:
    return ConsentDialog(window.context, _row(subjects, ReferralState.DRAFT), _choices().people, window)


def _hand_over(window: MainWindow, subjects: Subjects) -> QWidget:
    return HandOverDialog(window.context, _row(subjects, ReferralState.CONSENT), _choices(), window)


def _reason(window: MainWindow, subjects: Subjects) -> QWidget:
    row = _row(subjects, ReferralState.HANDED_OVER)
    return ReasonDialog(window.context, row, ReferralAct.DECLINED, window)


def _outcome(window: MainWindow, subjects: Subjects) -> QWidget:
    return OutcomeDialog(window.context, _row(subjects, ReferralState.IN_PROGRESS), window)


def _parcel(window: MainWindow, subjects: Subjects) -> QWidget:
    return ParcelDialog(window.context, _row(subjects, ReferralState.CONSENT), window)


def _letter(window: MainWindow, subjects: Subjects) -> QWidget:
    row = _row(subjects, ReferralState.IN_PROGRESS)
    return LetterDialog(window.context, row, ReferralAct.CHASED, window)


def _answer(window: MainWindow, subjects: Subjects) -> QWidget:
    return AnswerDialog(window.context, window, _row(subjects, ReferralState.HANDED_OVER))


OPENERS: dict[type[QWidget], Callable[[MainWindow, Subjects], QWidget]] = {
    NewReferralDialog: _new,
    ConsentDialog: _consent,
    HandOverDialog: _hand_over,
    ReasonDialog: _reason,
    OutcomeDialog: _outcome,
    LetterDialog: _letter,
    ParcelDialog: _parcel,
    AnswerDialog: _answer,
}
