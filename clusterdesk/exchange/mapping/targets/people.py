"""Lists of contact persons and of memberships."""

from clusterdesk.base.marks import N_
from clusterdesk.exchange.mapping.target import ImportKind, ImportTarget, Need, TargetField, ValueKind, means
from clusterdesk.exchange.mapping.targets.organisations import MEMBERSHIP_WORDS
from clusterdesk.exchange.mapping.targets.shared import (
    ENTERPRISE_NUMBER,
    EXTERNAL_ID,
    KNOWN_SINCE,
    NEEDS_ORGANISATION,
    NOTES,
    ORGANISATION,
)

CONTACTS = ImportTarget(
    ImportKind.CONTACTS,
    N_("Contact persons"),
    (
        TargetField("first_name", N_("First name"), ValueKind.TEXT, means("first_name | first_name contact")),
        TargetField("last_name", N_("Last name"), ValueKind.TEXT, means("last_name | last_name contact")),
        TargetField(
            "full_name",
            N_("First and last name"),
            ValueKind.TEXT,
            means("name | contact | name contact | first_name name | first_name last_name"),
        ),
        ORGANISATION,
        ENTERPRISE_NUMBER,
        TargetField("role", N_("Role"), ValueKind.TEXT, means("role | role contact | title")),
        TargetField("main", N_("Main contact"), ValueKind.BOOLEAN, means("main"), lenient=True),
        TargetField(
            "email", N_("Mail address"), ValueKind.MAIL, means("mail | mail contact | mail address"), many=True
        ),
        TargetField(
            "phone",
            N_("Phone"),
            ValueKind.PHONE,
            means("phone | phone contact | number phone | phone company"),
            many=True,
        ),
        TargetField(
            "languages", N_("Language"), ValueKind.LANGUAGES, means("language | language contact"), lenient=True
        ),
        TargetField(
            "consent_mailing",
            N_("Consent: mailing"),
            ValueKind.BOOLEAN,
            means("mailing | consent mailing"),
            lenient=True,
        ),
        TargetField(
            "consent_photo", N_("Consent: photo"), ValueKind.BOOLEAN, means("photo | consent photo"), lenient=True
        ),
        TargetField(
            "consent_citation",
            N_("Consent: citation"),
            ValueKind.BOOLEAN,
            means("citation | consent citation"),
            lenient=True,
        ),
        TargetField(
            "consent_sharing",
            N_("Consent: sharing"),
            ValueKind.BOOLEAN,
            means("sharing | consent sharing"),
            lenient=True,
        ),
        KNOWN_SINCE,
        EXTERNAL_ID,
        NOTES,
    ),
    (Need(("last_name", "first_name", "full_name"), "person_missing", N_("The row names no person.")),),
)

MEMBERSHIPS = ImportTarget(
    ImportKind.MEMBERSHIPS,
    N_("Memberships"),
    (
        ENTERPRISE_NUMBER,
        TargetField(
            ORGANISATION.key, ORGANISATION.label, ORGANISATION.kind, (*ORGANISATION.patterns, frozenset({"name"}))
        ),
        TargetField(
            "status",
            N_("Membership"),
            ValueKind.CHOICE,
            means("status | status member | status membership | type membership | membership | type"),
            words=MEMBERSHIP_WORDS,
        ),
        TargetField(
            "from_on",
            N_("From"),
            ValueKind.PARTIAL_DATE,
            means(
                "date membership | start | start date | member since | since | membership start |"
                " membership start date | date"
            ),
        ),
        TargetField(
            "to_on", N_("Until"), ValueKind.PARTIAL_DATE, means("end | end date | membership end | membership end date")
        ),
        TargetField("reason", N_("Reason"), ValueKind.TEXT, means("reason | reason end")),
        KNOWN_SINCE,
        EXTERNAL_ID,
        NOTES,
    ),
    (NEEDS_ORGANISATION,),
)
