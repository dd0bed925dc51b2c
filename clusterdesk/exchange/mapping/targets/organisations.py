"""Lists of organisations: members, candidates, partners, beneficiaries."""

from clusterdesk.base.marks import N_
from clusterdesk.exchange.mapping.target import ImportKind, ImportTarget, Need, TargetField, ValueKind, means, words
from clusterdesk.exchange.mapping.targets.shared import (
    ENTERPRISE_NUMBER,
    EXTERNAL_ID,
    KNOWN_SINCE,
    MANAGER,
    NOTES,
    VALUE_CHAINS,
)

MEMBERSHIP_WORDS = words(
    candidate="candidat|candidat membre|candidate|kandidaat|kandidaat lid|candidate member|en attente|prospect",
    member=(
        "membre|membre effectif|effectif|lid|effectief lid|effectief|member|full member|actif|actief|active|adhérent"
    ),
    partner="partenaire|partner",
    former="ancien|ancien membre|oud lid|former|former member|ex membre|démissionnaire|sorti|parti|uitgetreden",
)
KIND_WORDS = words(
    company="entreprise|société|bedrijf|onderneming|company|personne morale|rechtspersoon|indépendant|zelfstandige",
    non_profit="asbl|vzw|association|vereniging|non profit|npo|ong|ngo",
    project_holder="porteur de projet|projectdrager|project holder|porteur",
    partner="partenaire|partner",
    public_body="public|pouvoir public|administration|overheid|overheidsinstelling|public body|commune|gemeente",
    research=(
        "recherche|centre de recherche|université|universiteit|onderzoek|onderzoekscentrum|research|haute école|"
        "hogeschool"
    ),
    foreign="étranger|buitenlands|foreign|entreprise étrangère",
)

_FIELDS = (
    ENTERPRISE_NUMBER,
    TargetField(
        "name",
        N_("Name"),
        ValueKind.TEXT,
        means(
            "name | company name | company | organisation | name organisation | beneficiary | name beneficiary | member"
            " | name member | holder | name holder | establishment name"
        ),
        weak=means("title | title project | place name"),
    ),
    TargetField("legal_form", N_("Legal form"), ValueKind.TEXT, means("legal_form | legal_form company")),
    TargetField(
        "kind",
        N_("Kind"),
        ValueKind.CHOICE,
        means("type organisation | type company | type member | type"),
        lenient=True,
        words=KIND_WORDS,
    ),
    TargetField(
        "street",
        N_("Street and number"),
        ValueKind.TEXT,
        means("address | street | address street | street number | address company | street house_number"),
    ),
    TargetField(
        "house_number",
        N_("House number"),
        ValueKind.TEXT,
        means("house_number"),
        weak=means("number"),
        beside="street",
    ),
    TargetField("box", N_("Box"), ValueKind.TEXT, means("box")),
    TargetField(
        "postcode", N_("Postcode"), ValueKind.POSTCODE, means("postcode | postcode address | postcode company")
    ),
    TargetField(
        "postcode_city", N_("Postcode and city"), ValueKind.TEXT, means("postcode city | postcode city address")
    ),
    TargetField("city", N_("City"), ValueKind.TEXT, means("city | city address | city company | place")),
    TargetField("country", N_("Country"), ValueKind.COUNTRY, means("country | country address"), lenient=True),
    TargetField(
        "phone",
        N_("Phone"),
        ValueKind.PHONE,
        means("phone | number phone | phone company | phone organisation"),
        many=True,
    ),
    TargetField(
        "email",
        N_("Mail address"),
        ValueKind.MAIL,
        means("mail | mail address | mail company | mail organisation"),
        many=True,
    ),
    TargetField("website", N_("Web site"), ValueKind.SITE, means("site | site company | address site"), many=True),
    VALUE_CHAINS,
    TargetField("tags", N_("Tags"), ValueKind.LABELS, means("tag"), many=True, lenient=True),
    TargetField("circular_models", N_("Circular models"), ValueKind.LABELS, means("circular"), many=True, lenient=True),
    TargetField(
        "nace", N_("NACE code"), ValueKind.NACE, means("nace | activity nace | nace company"), many=True, lenient=True
    ),
    TargetField("nace_version", N_("NACE version"), ValueKind.TEXT, means("nace version")),
    TargetField(
        "fte",
        N_("Full-time equivalents"),
        ValueKind.DECIMAL,
        means("fte | number fte | fte company"),
        many=True,
        verbatim=True,
        lenient=True,
    ),
    TargetField(
        "revenue",
        N_("Revenue"),
        ValueKind.MONEY,
        means("revenue | revenue year | revenue company | revenue amount"),
        many=True,
        verbatim=True,
        lenient=True,
    ),
    TargetField(
        "member_since",
        N_("Member since"),
        ValueKind.PARTIAL_DATE,
        means(
            "date membership | member since | membership since | membership start | membership start date |"
            " membership | date member | year membership | membership year date"
        ),
    ),
    TargetField(
        "member_until",
        N_("Member until"),
        ValueKind.PARTIAL_DATE,
        means(
            "end date | date end | end date membership | membership end | end date member | member end | member until"
        ),
        lenient=True,
    ),
    TargetField(
        "membership_status",
        N_("Membership"),
        ValueKind.CHOICE,
        means("status member | status membership | status | type membership"),
        lenient=True,
        words=MEMBERSHIP_WORDS,
    ),
    TargetField(
        "founded_on",
        N_("Founded on"),
        ValueKind.PARTIAL_DATE,
        means("founded | date founded | start date | year founded"),
        lenient=True,
    ),
    TargetField(
        "languages",
        N_("Languages"),
        ValueKind.LANGUAGES,
        means("language | language contact | language company"),
        lenient=True,
    ),
    TargetField(
        "establishment_number",
        N_("Establishment number"),
        ValueKind.ESTABLISHMENT_NUMBER,
        means("establishment number | establishment"),
    ),
    TargetField(
        "establishment_street",
        N_("Street and number of the establishment"),
        ValueKind.TEXT,
        means(
            "address establishment | street establishment | address street establishment | street number establishment"
            " | street house_number establishment | street number address establishment"
        ),
    ),
    TargetField(
        "establishment_postcode",
        N_("Postcode of the establishment"),
        ValueKind.POSTCODE,
        means("postcode establishment | postcode address establishment"),
    ),
    TargetField(
        "establishment_postcode_city",
        N_("Postcode and city of the establishment"),
        ValueKind.TEXT,
        means("postcode city establishment | postcode city address establishment"),
    ),
    TargetField(
        "establishment_city",
        N_("City of the establishment"),
        ValueKind.TEXT,
        means("city establishment | city address establishment"),
    ),
    TargetField(
        "contact_name",
        N_("Contact person"),
        ValueKind.TEXT,
        means(
            "contact | name contact | main | responsible | name responsible | contact company | first_name name"
            " | first_name last_name | first_name name contact"
        ),
    ),
    TargetField(
        "contact_first_name", N_("First name of the contact"), ValueKind.TEXT, means("first_name | first_name contact")
    ),
    TargetField(
        "contact_last_name", N_("Last name of the contact"), ValueKind.TEXT, means("last_name | last_name contact")
    ),
    TargetField(
        "contact_role", N_("Role of the contact"), ValueKind.TEXT, means("role | role contact | role responsible")
    ),
    TargetField(
        "contact_phone",
        N_("Phone of the contact"),
        ValueKind.PHONE,
        means("phone contact | number phone contact | phone responsible"),
        many=True,
    ),
    TargetField(
        "contact_email",
        N_("Mail of the contact"),
        ValueKind.MAIL,
        means("mail contact | mail address contact | mail responsible"),
        many=True,
    ),
    TargetField("iban", N_("Bank account"), ValueKind.IBAN, means("iban | number iban"), verbatim=True, lenient=True),
    MANAGER,
    KNOWN_SINCE,
    EXTERNAL_ID,
    NOTES,
)

ORGANISATIONS = ImportTarget(
    ImportKind.ORGANISATIONS,
    N_("Organisations"),
    _FIELDS,
    (
        Need(
            ("name", "enterprise_number", "establishment_number", "external_id"),
            "name_missing",
            N_("The row has neither a name nor a number."),
        ),
    ),
)
