"""What the page of an orientation asks of the store, in the worker."""

from typing import TYPE_CHECKING
from uuid import UUID

from clusterdesk.domain.changes import OpResult
from clusterdesk.domain.commands.records import AddRecord, ChangeSet, RestoreRecord
from clusterdesk.domain.commands.referrals import AnswerReadiness, CreateReferral, LiftReadiness, OfReferral
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.referrals import ReadinessAnswer, Referral, ReferralDocument
from clusterdesk.domain.records.sessions import Action
from clusterdesk.domain.set_members import set_member_id
from clusterdesk.domain.views.referrals import ReferralChoices

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk


def read_choices(organisation_id: UUID, desk: "Desk") -> ReferralChoices:
    """Read what an orientation of an organisation chooses from."""
    from clusterdesk.services.referral_choices import read_choices as read

    return read(desk.store, organisation_id)


def create(command: CreateReferral, desk: "Desk") -> OpResult[Referral]:
    """Begin an orientation."""
    from clusterdesk.services.referrals import create_referral

    return create_referral(desk.store, command)


def move(command: OfReferral, desk: "Desk") -> OpResult[Referral]:
    """Let something happen to an orientation."""
    from clusterdesk.services.referral_moves import move_referral

    return move_referral(desk.store, command)


def set_countries(referral_id: UUID, codes: tuple[str, ...], desk: "Desk") -> OpResult[tuple[UUID | str, ...]]:
    """Say which countries an orientation is about."""
    from clusterdesk.services.records import change_set

    command = ChangeSet(
        type_key="referral_country",
        owner_field="referral_id",
        owner_id=referral_id,
        member_field="country",
        members=codes,
    )
    return change_set(desk.store, command)


def answer(command: AnswerReadiness, desk: "Desk") -> OpResult[tuple[ReadinessAnswer, ...]]:
    """Note answers on readiness."""
    from clusterdesk.services.readiness import answer_readiness

    return answer_readiness(desk.store, command)


def lift(command: LiftReadiness, desk: "Desk") -> OpResult[tuple[Action, ...]]:
    """Make actions of what readiness lacks."""
    from clusterdesk.services.readiness import lift_readiness

    return lift_readiness(desk.store, command)


def attach(referral_id: UUID, document_id: UUID, desk: "Desk") -> OpResult[Record]:
    """Let a document go with an orientation; one that was taken off before is put back."""
    from clusterdesk.services.records import add_record, restore_record

    ends = {"referral_id": referral_id, "document_id": document_id}
    record_id = set_member_id("referral_document", ends)
    if any(one.id == record_id for one in desk.store.find(ReferralDocument, deleted=True, referral_id=referral_id)):
        return restore_record(desk.store, RestoreRecord(type_key="referral_document", record_id=record_id))
    return add_record(
        desk.store, AddRecord(record=ReferralDocument(id=record_id, referral_id=referral_id, document_id=document_id))
    )
