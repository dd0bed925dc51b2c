"""What people read for each choice of a field (kinds, states, roles …): English msgids."""

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType

from clusterdesk.base.marks import N_
from clusterdesk.domain.chain_choices import CHAIN_LABELS
from clusterdesk.domain.collective_choices import COLLECTIVE_LABELS
from clusterdesk.domain.forwarded_choices import FORWARDED_LABELS
from clusterdesk.domain.measured_choices import MEASURED_LABELS
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.coaching import AdviceKind, ManagerRole
from clusterdesk.domain.records.contacts import ConsentPurpose
from clusterdesk.domain.records.inbox import CaptureKind
from clusterdesk.domain.records.lists import ProfileRole
from clusterdesk.domain.records.organisations import (
    AddressKind,
    ContactPointKind,
    LegalSituation,
    MembershipStatus,
    OrganisationKind,
    VatStatus,
)
from clusterdesk.domain.records.projects import ProjectKind
from clusterdesk.domain.records.results import EvidenceLevel, ResultKind
from clusterdesk.domain.records.sessions import NoteKind, OwnerKind, SessionKind, SessionState

# Not one mapping with all members as keys: members of different StrEnums with the same text are equal.
_LABELS: Mapping[type[Enum], Mapping[Enum, str]] = {
    **MEASURED_LABELS,
    **FORWARDED_LABELS,
    **COLLECTIVE_LABELS,
    **CHAIN_LABELS,
    Visibility: {
        Visibility.SHAREABLE: N_("Shareable"),
        Visibility.INTERNAL: N_("Internal"),
        Visibility.RESTRICTED: N_("Restricted"),
    },
    OrganisationKind: {
        OrganisationKind.COMPANY: N_("Company"),
        OrganisationKind.NON_PROFIT: N_("Non-profit"),
        OrganisationKind.PROJECT_HOLDER: N_("Project holder"),
        OrganisationKind.PARTNER: N_("Partner organisation"),
        OrganisationKind.PUBLIC_BODY: N_("Public body"),
        OrganisationKind.RESEARCH: N_("Research centre"),
        OrganisationKind.FOREIGN: N_("Foreign organisation"),
    },
    VatStatus: {
        VatStatus.UNKNOWN: N_("VAT status not known"),
        VatStatus.LIABLE: N_("Liable to VAT"),
        VatStatus.NOT_LIABLE: N_("Not liable to VAT"),
    },
    LegalSituation: {
        LegalSituation.ACTIVE: N_("Active"),
        LegalSituation.JUDICIAL_REORGANISATION: N_("Judicial reorganisation"),
        LegalSituation.BANKRUPT: N_("Bankrupt"),
        LegalSituation.DISSOLVED: N_("Dissolved"),
    },
    AddressKind: {
        AddressKind.SEAT: N_("Registered seat"),
        AddressKind.SITE: N_("Site"),
        AddressKind.MAIL: N_("Postal address"),
    },
    MembershipStatus: {
        MembershipStatus.CANDIDATE: N_("Candidate member"),
        MembershipStatus.MEMBER: N_("Member"),
        MembershipStatus.PARTNER: N_("Partner"),
        MembershipStatus.FORMER: N_("Former member"),
    },
    ContactPointKind: {
        ContactPointKind.PHONE: N_("Phone"),
        ContactPointKind.MAIL: N_("Mail"),
        ContactPointKind.WEB: N_("Web site"),
    },
    ConsentPurpose: {
        ConsentPurpose.MAILING: N_("Mailings"),
        ConsentPurpose.PHOTO: N_("Photo"),
        ConsentPurpose.CITATION: N_("Being cited"),
        ConsentPurpose.SHARING: N_("Sharing with a hub team"),
    },
    ProjectKind: {
        ProjectKind.COMPANY: N_("Project of one holder"),
        ProjectKind.PRODUCTION: N_("Production project"),
    },
    ManagerRole: {
        ManagerRole.LEAD: N_("Lead"),
        ManagerRole.SUPPORT: N_("Support"),
        ManagerRole.REPLACEMENT: N_("Replacement"),
    },
    AdviceKind: {
        AdviceKind.ANSWER: N_("Answer"),
        AdviceKind.INTRODUCTION: N_("Introduction"),
    },
    SessionKind: {
        SessionKind.VISIT: N_("Visit"),
        SessionKind.MEETING: N_("Meeting"),
        SessionKind.CALL: N_("Call"),
        SessionKind.MAIL: N_("Mail exchange"),
    },
    SessionState: {
        SessionState.PLANNED: N_("Planned"),
        SessionState.HELD: N_("Held"),
        SessionState.CANCELLED: N_("Cancelled"),
    },
    NoteKind: {
        NoteKind.NOTE: N_("Note"),
        NoteKind.DECISION: N_("Decision"),
    },
    OwnerKind: {
        OwnerKind.US: N_("We"),
        OwnerKind.ORGANISATION: N_("The organisation"),
        OwnerKind.OTHER: N_("Somebody else"),
    },
    CaptureKind: {
        CaptureKind.NOTE: N_("Note"),
        CaptureKind.ACTION: N_("Promise"),
        CaptureKind.DIFFICULTY: N_("Difficulty"),
        CaptureKind.REFERRAL: N_("Referral"),
    },
    EvidenceLevel: {
        EvidenceLevel.IMPRESSION: N_("0 – impression"),
        EvidenceLevel.SAID: N_("1 – said in a visit"),
        EvidenceLevel.ATTESTATION: N_("2 – signed attestation"),
        EvidenceLevel.DOCUMENT: N_("3 – document (accounts, social balance)"),
        EvidenceLevel.THIRD_PARTY: N_("4 – checked by a third party"),
    },
    ResultKind: {
        ResultKind.BREAK_EVEN_REACHED: N_("Break-even reached"),
        ResultKind.BREAK_EVEN_LOST: N_("Break-even lost"),
        ResultKind.INDUSTRIALISED: N_("Industrialised"),
        ResultKind.PRODUCTION_STARTED: N_("Production started"),
        ResultKind.JOB_GROWTH: N_("Employment growth"),
    },
    ProfileRole: {
        ProfileRole.MANAGER: N_("Account manager"),
        ProfileRole.LEAD: N_("Cluster lead"),
        ProfileRole.DIRECTOR: N_("Director"),
    },
}

# The indicators of the shipped strategy, by the key that tracks and evidence name.
INDICATOR_LABELS: Mapping[str, str] = MappingProxyType(
    {
        "industrialised": N_("Projects industrialised"),
        "break_even": N_("Projects brought to break-even"),
        "job_growth": N_("Projects supported in employment growth"),
        "new_production": N_("New circular production projects"),
    }
)


def choice_label(choice: Enum) -> str:
    """Return the msgid that people read for a choice."""
    return _LABELS[type(choice)][choice]


def choices_of(kind: type[Enum]) -> Mapping[Enum, str]:
    """Return the choices of an enumeration with their msgids, in their order."""
    return _LABELS[kind]


def indicator_label(key: str) -> str:
    """Return the msgid of an indicator of the shipped strategy; an unknown key is its own label."""
    return INDICATOR_LABELS.get(key, key)
