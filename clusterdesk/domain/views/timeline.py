"""The read model of the Fil: everything that happened with an organisation, newest first."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from clusterdesk.base.marks import N_
from clusterdesk.domain.partial_date import PartialDate
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.referrals import Referral, ReferralAct, ReferralAnswer, ReferralStep


class TimelineKind(StrEnum):
    """What an entry of the Fil is about."""

    SESSION = "session"
    ADVICE = "one_off_advice"
    RESULT = "result_event"
    EVIDENCE = "evidence"
    DOCUMENT = "document"
    PROMISE_KEPT = "action"
    FILE = "coaching_file"
    MEMBERSHIP = "membership"
    SITUATION = "organisation_status"
    NOTE = "quick_note"
    IMPORT_NOTE = "import_note"
    MATURITY = "mrl_assessment"
    CAPACITY = "capacity_sheet"
    HEADCOUNT = "headcount"
    MILESTONE = "milestone"
    DIAGNOSTIC = "diagnostic"
    FUNDING = "funding_application"
    FIGURES = "figure"
    SCENARIO = "scenario"
    ACCOUNTS = "annual_accounts"
    DIFFICULTY = "difficulty"
    REFERRAL = "referral"
    CHAIN = "chain_actor"
    COMMUNICATION = "communication_item"
    PRODUCTION = "production_step"
    EVENT = "programme_event"
    EXCHANGE = "exchange"
    PROSPECT = "prospect_step"
    GROUP = "working_group"
    GROUP_MEETING = "meeting"


KIND_LABELS: Mapping[TimelineKind, str] = {
    TimelineKind.SESSION: N_("Visits, meetings and calls"),
    TimelineKind.ADVICE: N_("One-off advice given"),
    TimelineKind.RESULT: N_("Results"),
    TimelineKind.EVIDENCE: N_("Pieces of evidence"),
    TimelineKind.DOCUMENT: N_("Documents"),
    TimelineKind.PROMISE_KEPT: N_("Promises kept"),
    TimelineKind.FILE: N_("Coaching files"),
    TimelineKind.MEMBERSHIP: N_("Memberships"),
    TimelineKind.SITUATION: N_("Legal situations"),
    TimelineKind.NOTE: N_("Quick notes"),
    TimelineKind.IMPORT_NOTE: N_("Import notes"),
    TimelineKind.MATURITY: N_("Assessments of maturity"),
    TimelineKind.CAPACITY: N_("Capacity sheets"),
    TimelineKind.HEADCOUNT: N_("Head counts"),
    TimelineKind.MILESTONE: N_("Milestones"),
    TimelineKind.DIAGNOSTIC: N_("Diagnostics"),
    TimelineKind.FUNDING: N_("Funding applications"),
    TimelineKind.FIGURES: N_("Figures"),
    TimelineKind.SCENARIO: N_("Kept scenarios"),
    TimelineKind.ACCOUNTS: N_("Annual accounts"),
    TimelineKind.DIFFICULTY: N_("Difficulties"),
    TimelineKind.REFERRAL: N_("Orientations"),
    TimelineKind.CHAIN: N_("Places in value chains"),
    TimelineKind.COMMUNICATION: N_("Communications"),
    TimelineKind.PRODUCTION: N_("Stages of production projects"),
    TimelineKind.EVENT: N_("Events"),
    TimelineKind.EXCHANGE: N_("Offers and needs"),
    TimelineKind.PROSPECT: N_("How it was prospected"),
    TimelineKind.GROUP: N_("Working groups"),
    TimelineKind.GROUP_MEETING: N_("Meetings of groups"),
}


@dataclass(frozen=True, slots=True)
class ReferralEvent:
    """What happened to an orientation: the act, by whom, and what was said (that of the answer, word for word)."""

    act: ReferralAct
    by: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class ReferralDay:
    """One day of an orientation: its steps and the answers that came, each in their order; ``team`` is the name."""

    record: Referral
    team: str = ""
    steps: tuple[ReferralStep, ...] = ()
    answers: tuple[ReferralAnswer, ...] = ()

    @property
    def events(self) -> tuple[ReferralEvent, ...]:
        """Return what happened; an answer and the step it made are one event."""
        said = list(self.answers)
        events = []
        for step in self.steps:
            answer = next((one for one in said if one.act is step.act), None)
            if answer is not None:
                said.remove(answer)
            words = answer.text if answer is not None else ""
            events.append(ReferralEvent(step.act, step.by, words or step.remark))
        return (*events, *(ReferralEvent(one.act, one.by, one.text) for one in said))


class TimelineEntry(NamedTuple):
    """One entry, a tuple because a Fil has many and a tuple is made six times faster than a dataclass.

    The value of ``kind`` is the record's type, ``id`` the record.

    ``detail`` is the value of a choice: the kind of a session or advice, the owner of a promise, a membership, a
    situation, ``opened`` or ``closed`` of a file, the level of evidence or of maturity, the FTE of a head count, the
    decision on funding, the operating result of annual accounts, the day of an orientation, until when a seat in a
    group is held, whether somebody came to a meeting of a group, the state of a prospect. Figures are told by their
    turnover: ``title`` is the period, ``detail`` the amount, that of the period before, the currency and the project,
    with 0x1f between. ``state`` is that of a session, difficulty or orientation, the precision of a head count or of
    figures, the currency of accounts, or ``proposed``, ``confirmed``, ``validated`` of a result. ``title`` and
    ``body`` are what people wrote, or empty. An orientation has an entry for each day on which something happened to
    it: ``referral`` tells what. Names of chains and links stand in each language, with 0x1f between.
    """

    kind: TimelineKind
    id: UUID
    on: PartialDate | None
    title: str = ""
    body: str = ""
    detail: str = ""
    state: str = ""
    visibility: Visibility | None = None
    promises: int = 0
    documents: int = 0
    referral: ReferralDay | None = None


@dataclass(frozen=True, slots=True)
class TimelineMark:
    """Where a page of the Fil ended; hand it in to get the next one."""

    on: str
    id: UUID
    detail: str = ""


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """Some entries of the Fil, newest first; ``counts`` holds all entries by kind, ``next`` is None at the end."""

    entries: tuple[TimelineEntry, ...] = ()
    counts: Mapping[TimelineKind, int] = field(default_factory=dict)
    next: TimelineMark | None = None
