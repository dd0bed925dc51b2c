"""Fields that several kinds of lists share."""

from clusterdesk.base.marks import N_
from clusterdesk.exchange.mapping.target import Need, TargetField, ValueKind, means

ENTERPRISE_NUMBER = TargetField(
    "enterprise_number",
    N_("Enterprise number"),
    ValueKind.ENTERPRISE_NUMBER,
    means(
        "company number | bce | number bce | vat | number vat | number bce company | vat company | vat bce"
        " | company id | vat number bce | number vat company | number organisation | number beneficiary bce"
    ),
    weak=means("number"),
)
ORGANISATION = TargetField(
    "organisation",
    N_("Organisation"),
    ValueKind.TEXT,
    means(
        "organisation | company | company name | name organisation | beneficiary | name beneficiary | member"
        " | name member | holder | holder company | holder organisation | holder project"
    ),
)
EXTERNAL_ID = TargetField("external_id", N_("Identifier in the list"), ValueKind.TEXT, means("id | number id"))
KNOWN_SINCE = TargetField("known_since", N_("Known since"), ValueKind.DAY, means("known_since | date known_since"))
NOTES = TargetField("notes", N_("Notes"), ValueKind.NOTE, means("note | note company | description"), many=True)
MANAGER = TargetField(
    "manager",
    N_("Account manager"),
    ValueKind.TEXT,
    means("manager | name manager | manager file | manager company | responsible"),
)
PROJECT = TargetField(
    "project", N_("Project"), ValueKind.TEXT, means("project | name project | title project | id project")
)
VALUE_CHAINS = TargetField(
    "value_chains",
    N_("Value chains"),
    ValueKind.LABELS,
    means("value_chain | value_chain company"),
    many=True,
    lenient=True,
)
NEEDS_ORGANISATION = Need(
    ("organisation", "enterprise_number"), "organisation_missing", N_("The row names no organisation.")
)
