"""What the parcel asks of the desk."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from clusterdesk.domain.changes import OpChanges, OpResult
from clusterdesk.domain.commands.referrals import HandOver
from clusterdesk.domain.referrals.silence import SilenceRule
from clusterdesk.domain.views.parcel import ParcelView
from clusterdesk.exchange.parcels.contents import ParcelChoice, ParcelFile, chosen_documents, parcel_files
from clusterdesk.i18n.translator import Translator

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk

MAIL, TEAM = "mail", "team"


@dataclass(frozen=True, slots=True)
class Made:
    """A parcel that was made: where it lies, or how many files wait in the outbox for the team's folder."""

    path: Path | None
    queued: int = 0


class ReadParcel:
    """Reads what may go, in a language ("" that of the team)."""

    def __init__(self, referral_id: UUID, language: str, rule: SilenceRule) -> None:
        """Take the orientation; ``rule`` says by when an answer is expected where the team says nothing."""
        self._referral_id, self._language, self._rule = referral_id, language, rule

    def __call__(self, desk: "Desk") -> ParcelView:
        """Read.

        Raises:
            KnownError: nothing of it may leave.
        """
        from clusterdesk.services.parcels import parcel_view

        settings = desk.settings
        return parcel_view(
            desk.store,
            self._referral_id,
            author=settings.profile_name or desk.store.author,
            language=self._language,
            default=settings.default_document_language,
            rule=self._rule,
        )


@dataclass(frozen=True, slots=True)
class MakeParcel:
    """Makes the files and puts them where they are wanted; notes the hand-over in the same step where that is asked.

    ``place`` is MAIL, TEAM, or the folder in which the parcel gets one of its own.
    """

    view: ParcelView
    page: ParcelFile
    choice: ParcelChoice
    place: str
    hand_over: HandOver | None = None

    def __call__(self, desk: "Desk") -> OpResult[Made]:
        """Make.

        Raises:
            KnownError: a document may not leave any more, something cannot be written, or it cannot be handed over.
        """
        from clusterdesk.services.referral_moves import move_changes, move_referral

        if self.hand_over is not None:
            move_changes(desk.store, self.hand_over)  # what is impossible is said before anything is made
        made = self._made(desk)
        changes = OpChanges()
        if self.hand_over is not None:
            changes = move_referral(desk.store, self.hand_over).changes
        return OpResult(made, changes)

    def _made(self, desk: "Desk") -> Made:
        from clusterdesk.exchange.parcels.mail import parcel_mail
        from clusterdesk.exchange.parcels.places import folder_name, queue_parcel, write_folder
        from clusterdesk.exchange.referrals.letters import write_letter

        view, t = chosen_documents(self.view, self.choice), Translator(self.view.language)
        files = parcel_files(desk.store, view, self.page, self.choice, t)
        if self.place == MAIL:
            folder = desk.store.folder.outbox / "mail"
            return Made(write_letter(folder, parcel_mail(view, files, t), folder_name(view)))
        if self.place == TEAM:
            return Made(None, len(queue_parcel(desk.store, view, files, desk.settings.drive_parcels)))
        return Made(write_folder(Path(self.place), view, files))
