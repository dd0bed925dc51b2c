"""Lists of receiving teams."""

from clusterdesk.base.marks import N_
from clusterdesk.exchange.mapping.target import ImportKind, ImportTarget, Need, TargetField, ValueKind, means, words
from clusterdesk.exchange.mapping.targets.shared import EXTERNAL_ID, NOTES, VALUE_CHAINS

TEAM_WORDS = words(
    department="département|departement|department|service|dienst|cellule|cel|direction|directie|unit",
    area_manager="responsable de zone|area manager|zonemanager|zoneverantwoordelijke|areamanager|gestionnaire de zone",
    attache=(
        "attaché économique et commercial à l’étranger|attaché économique et commercial|attaché économique|attaché"
        "|attachée économique|attachée|aec|economisch en handelsattaché in het buitenland"
        "|economisch en handelsattaché|handelsattaché|attache|economic and commercial attaché abroad"
        "|economic and commercial attaché|trade attaché|vlev"
    ),
    mission="mission|missie|handelsmissie|mission économique|trade mission|economische zending|zending",
    agency="agence|agentschap|agency",
    other_cluster="autre cluster|cluster|andere cluster|other cluster|another cluster|een andere cluster",
    other="autre|andere|ander|other|divers",
)

HUB_TEAMS = ImportTarget(
    ImportKind.HUB_TEAMS,
    N_("Receiving teams"),
    (
        TargetField(
            "name", N_("Name of the team"), ValueKind.TEXT, means("team | name team | name"), weak=means("title")
        ),
        TargetField(
            "kind", N_("Type of team"), ValueKind.CHOICE, means("type | type team"), lenient=True, words=TEAM_WORDS
        ),
        TargetField("countries", N_("Countries"), ValueKind.TEXT, means("country"), many=True),
        VALUE_CHAINS,
        TargetField(
            "kinds",
            N_("Kinds of orientation"),
            ValueKind.LABELS,
            means("orientation | type orientation"),
            weak=means("subject"),
            many=True,
        ),
        TargetField("languages", N_("Languages"), ValueKind.LANGUAGES, means("language"), lenient=True),
        TargetField("mail", N_("Mail"), ValueKind.MAIL, means("mail | mail team | mail address"), lenient=True),
        TargetField("phone", N_("Phone"), ValueKind.PHONE, means("phone | phone team | number phone"), lenient=True),
        TargetField(
            "answer_days",
            N_("Usual answer time (days)"),
            ValueKind.DAYS,
            means("answer due | due | answer duration | duration"),
            lenient=True,
        ),
        TargetField("from_on", N_("Valid from"), ValueKind.PARTIAL_DATE, means("start | start date"), lenient=True),
        TargetField("to_on", N_("Valid until"), ValueKind.PARTIAL_DATE, means("end | end date"), lenient=True),
        TargetField("person", N_("Person"), ValueKind.TEXT, means("contact | name contact | responsible"), many=True),
        TargetField("person_role", N_("Role of the person"), ValueKind.TEXT, means("role | role contact")),
        TargetField(
            "person_mail",
            N_("Mail of the person"),
            ValueKind.MAIL,
            means("mail contact | mail responsible"),
            lenient=True,
        ),
        TargetField(
            "person_phone",
            N_("Phone of the person"),
            ValueKind.PHONE,
            means("phone contact | phone responsible"),
            lenient=True,
        ),
        TargetField("example", N_("Example"), ValueKind.BOOLEAN, means("example"), lenient=True),
        EXTERNAL_ID,
        NOTES,
    ),
    (Need(("name",), "team_missing", N_("The row names no team.")),),
)
