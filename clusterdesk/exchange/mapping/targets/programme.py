"""Lists of registrations for an event, and of votes on the themes of the programme."""

from clusterdesk.base.marks import N_
from clusterdesk.exchange.mapping.target import ImportKind, ImportTarget, Need, TargetField, ValueKind, means, words
from clusterdesk.exchange.mapping.targets.shared import ENTERPRISE_NUMBER, NOTES, ORGANISATION

ANSWER_WORDS = words(
    registered=(
        "oui|ja|yes|inscrit|inscrite|ingeschreven|registered|vient|komt|participe|participera|neemt deel|coming|ok"
        "|going|attending|accepte|acceptee|aanvaard|geaccepteerd|accepted|confirme|confirmee|bevestigd|confirmed|x"
        "|valide|validee|paye|payee|betaald|paid|complete|completed|true|vrai|waar|1"
    ),
    cancelled=(
        "non|nee|no|desinscrit|desinscrite|annule|annulee|geannuleerd|cancelled|canceled|ne vient pas|komt niet"
        "|not coming|not attending|decline|afgemeld|declined|refuse|refusee|geweigerd|deleted|refunded|rembourse"
        "|false|faux|onwaar|0"
    ),
    present="present|presente|aanwezig|attended|venu|venue|checked in",
    excused="excuse|excusee|verontschuldigd|excused",
    absent="absent|absente|afwezig|no show",
    open="none|aucun|aucune|aucune reponse|sans reponse|geen|geen antwoord|no response|pending|tentative",
)
FIRST_NAME = TargetField("first_name", N_("First name"), ValueKind.TEXT, means("first_name | first_name contact"))
LAST_NAME = TargetField("last_name", N_("Last name"), ValueKind.TEXT, means("last_name | last_name contact"))
FULL_NAME = TargetField(
    "full_name",
    N_("First and last name"),
    ValueKind.TEXT,
    means(
        "name | contact | name contact | first_name name | first_name last_name | attendee | name attendee | voter"
        " | owner"
    ),
)
MAIL = TargetField(
    "email", N_("Mail address"), ValueKind.MAIL, means("mail | mail contact | mail address"), lenient=True
)

REGISTRATIONS = ImportTarget(
    ImportKind.REGISTRATIONS,
    N_("Registrations for an event"),
    (
        FIRST_NAME,
        LAST_NAME,
        FULL_NAME,
        ORGANISATION,
        ENTERPRISE_NUMBER,
        MAIL,
        TargetField(
            "answer",
            N_("Answer"),
            ValueKind.CHOICE,
            means(
                "answer | status | coming | attendee | membership | status membership"
                " | status attendee | coming attendee"
            ),
            words=ANSWER_WORDS,
        ),
        TargetField(
            "registered_on",
            N_("Registered on"),
            ValueKind.DAY,
            means("date | date membership | date answer | date status | start date | start | date order"),
            lenient=True,
        ),
        TargetField("event", N_("Event"), ValueKind.TEXT, means("event | name event | title event | title")),
        NOTES,
    ),
    (
        Need(
            ("last_name", "first_name", "full_name", "organisation", "enterprise_number", "email"),
            "person_missing",
            N_("The row names nobody: neither a person nor an organisation."),
        ),
    ),
)

VOTES = ImportTarget(
    ImportKind.VOTES,
    N_("Votes on themes"),
    (
        TargetField(
            "theme", N_("Theme"), ValueKind.TEXT, means("tag | subject | title | name tag | tag vote | subject vote")
        ),
        TargetField("points", N_("Points"), ValueKind.TEXT, means("vote | number vote | amount vote | number | cross")),
        TargetField("rank", N_("Rank"), ValueKind.TEXT, means("rank | rank vote | rank tag | number rank")),
        FIRST_NAME,
        LAST_NAME,
        FULL_NAME,
        ORGANISATION,
        ENTERPRISE_NUMBER,
        MAIL,
        TargetField("year", N_("For the year"), ValueKind.TEXT, means("year")),
        TargetField("on", N_("Date"), ValueKind.DAY, means("date | date vote | date answer"), lenient=True),
    ),
    (
        Need(
            ("last_name", "first_name", "full_name", "organisation", "enterprise_number", "email"),
            "person_missing",
            N_("The row names nobody: neither a person nor an organisation."),
        ),
    ),
)
