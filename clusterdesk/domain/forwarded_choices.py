"""What people read for the choices of orientations, receiving teams and difficulties: English msgids."""

from collections.abc import Mapping
from enum import Enum

from clusterdesk.base.marks import N_
from clusterdesk.domain.records.difficulties import DifficultyAct, DifficultyState, Severity
from clusterdesk.domain.records.directory import HubTeamKind
from clusterdesk.domain.records.referrals import (
    AnswerChannel,
    ReadinessReply,
    ReferralAct,
    ReferralOutcome,
    ReferralState,
)

FORWARDED_LABELS: Mapping[type[Enum], Mapping[Enum, str]] = {
    HubTeamKind: {
        HubTeamKind.DEPARTMENT: N_("Department"),
        HubTeamKind.AREA_MANAGER: N_("Area manager"),
        HubTeamKind.ATTACHE: N_("Economic and commercial attaché abroad"),
        HubTeamKind.MISSION: N_("Mission"),
        HubTeamKind.AGENCY: N_("Agency"),
        HubTeamKind.OTHER_CLUSTER: N_("Another cluster"),
        HubTeamKind.OTHER: N_("Other"),
    },
    ReferralState: {
        ReferralState.DRAFT: N_("Draft"),
        ReferralState.CONSENT: N_("Consent given"),
        ReferralState.HANDED_OVER: N_("Handed over"),
        ReferralState.ACKNOWLEDGED: N_("Acknowledged"),
        ReferralState.ACCEPTED: N_("Accepted"),
        ReferralState.DECLINED: N_("Declined"),
        ReferralState.IN_PROGRESS: N_("Being worked on"),
        ReferralState.DONE: N_("Done"),
        ReferralState.WITHDRAWN: N_("Withdrawn by the organisation"),
        ReferralState.REVOKED: N_("Revoked by us"),
    },
    ReferralAct: {
        ReferralAct.CREATED: N_("Begun"),
        ReferralAct.CONSENTED: N_("Consent given"),
        ReferralAct.HANDED_OVER: N_("Handed over"),
        ReferralAct.ACKNOWLEDGED: N_("Acknowledged"),
        ReferralAct.ACCEPTED: N_("Accepted"),
        ReferralAct.DECLINED: N_("Declined"),
        ReferralAct.STARTED: N_("Being worked on"),
        ReferralAct.DONE: N_("Done"),
        ReferralAct.WITHDRAWN: N_("Withdrawn by the organisation"),
        ReferralAct.REVOKED: N_("Revoked by us"),
        ReferralAct.REOPENED: N_("Taken up again"),
        ReferralAct.CHASED: N_("Chased"),
        ReferralAct.FED_BACK: N_("Told to the organisation"),
    },
    ReferralOutcome: {
        ReferralOutcome.CONTRACT: N_("Contract"),
        ReferralOutcome.DISTRIBUTOR: N_("Distributor"),
        ReferralOutcome.PARTNER: N_("Partner"),
        ReferralOutcome.LEAD: N_("Business lead"),
        ReferralOutcome.NONE: N_("No outcome"),
    },
    AnswerChannel: {
        AnswerChannel.TYPED: N_("Typed in"),
        AnswerChannel.PASTED: N_("Pasted"),
        AnswerChannel.MAIL: N_("By mail"),
        AnswerChannel.FORM: N_("By the form"),
        AnswerChannel.PHONE: N_("By phone"),
    },
    ReadinessReply: {
        ReadinessReply.YES: N_("Yes"),
        ReadinessReply.NO: N_("No"),
        ReadinessReply.UNKNOWN: N_("Not known yet"),
        ReadinessReply.NOT_APPLICABLE: N_("Does not apply"),
    },
    DifficultyState: {
        DifficultyState.DRAFT: N_("Draft"),
        DifficultyState.APPROVED: N_("Approved"),
        DifficultyState.SENT: N_("Sent"),
        DifficultyState.ANSWERED: N_("Answered"),
        DifficultyState.FED_BACK: N_("Told to the organisations"),
        DifficultyState.CLOSED: N_("Concluded"),
    },
    DifficultyAct: {
        DifficultyAct.CREATED: N_("Noted"),
        DifficultyAct.PREVIEWED: N_("Read before it leaves"),
        DifficultyAct.APPROVED: N_("Approved"),
        DifficultyAct.SENT_BACK: N_("Sent back for changes"),
        DifficultyAct.SENT: N_("Sent"),
        DifficultyAct.ANSWERED: N_("Answered"),
        DifficultyAct.FED_BACK: N_("Told to the organisations"),
        DifficultyAct.CLOSED: N_("Concluded"),
        DifficultyAct.REOPENED: N_("Taken up again"),
        DifficultyAct.JOINED: N_("Joined with another one"),
    },
    Severity: {
        Severity.ANNOYING: N_("Annoying"),
        Severity.COSTLY: N_("Costly"),
        Severity.BLOCKING: N_("Blocks a project"),
        Severity.FATAL: N_("Threatens the company"),
    },
}
