"""Lists of prospects: who could fill a link that nobody stands at."""

from clusterdesk.base.marks import N_
from clusterdesk.exchange.mapping.target import ImportKind, ImportTarget, Need, TargetField, ValueKind, means
from clusterdesk.exchange.mapping.targets.shared import ENTERPRISE_NUMBER, EXTERNAL_ID, MANAGER, NOTES, PROJECT

PROSPECTS = ImportTarget(
    ImportKind.PROSPECTS,
    N_("Prospects"),
    (
        ENTERPRISE_NUMBER,
        TargetField(
            "name",
            N_("Name"),
            ValueKind.TEXT,
            means("name | company name | company | organisation | name organisation"),
            weak=means("title"),
        ),
        TargetField("link", N_("Link of the chain"), ValueKind.TEXT, means("chain_link"), weak=means("value_chain")),
        PROJECT,
        TargetField("street", N_("Street and number"), ValueKind.TEXT, means("address | street | street number")),
        TargetField("postcode", N_("Postcode"), ValueKind.POSTCODE, means("postcode | postcode company"), lenient=True),
        TargetField("city", N_("City"), ValueKind.TEXT, means("city | city company | place")),
        TargetField(
            "nace", N_("NACE code"), ValueKind.NACE, means("nace | activity nace | nace company"), lenient=True
        ),
        TargetField("contact", N_("Contact person"), ValueKind.TEXT, means("contact | name contact")),
        TargetField("phone", N_("Phone"), ValueKind.PHONE, means("phone | number phone | phone contact"), lenient=True),
        TargetField(
            "email", N_("Mail address"), ValueKind.MAIL, means("mail | mail address | mail contact"), lenient=True
        ),
        MANAGER,
        EXTERNAL_ID,
        NOTES,
    ),
    (Need(("name",), "name_missing", N_("The row names nobody.")),),
)
