"""Lists of projects, coaching files and one-off advice."""

from clusterdesk.base.marks import N_
from clusterdesk.exchange.mapping.target import ImportKind, ImportTarget, Need, TargetField, ValueKind, means, words
from clusterdesk.exchange.mapping.targets.shared import (
    ENTERPRISE_NUMBER,
    EXTERNAL_ID,
    KNOWN_SINCE,
    MANAGER,
    NEEDS_ORGANISATION,
    NOTES,
    ORGANISATION,
    PROJECT,
    VALUE_CHAINS,
)

ADVICE_WORDS = words(
    answer="réponse|antwoord|answer|conseil|advies|advice|information|informatie|question|vraag",
    introduction="mise en relation|introduction|doorverwijzing|in contact brengen|contact|mise en contact",
)
PROJECT_WORDS = words(
    company="entreprise|individuel|bedrijf|company|scale up|individueel",
    production="production|productie|nouveau projet productif|productieproject|filière|projet productif",
)

PROJECTS = ImportTarget(
    ImportKind.PROJECTS,
    N_("Projects"),
    (
        TargetField(
            "title",
            N_("Title"),
            ValueKind.TEXT,
            means("project | title | name | name project | title project | subject"),
        ),
        ORGANISATION,
        ENTERPRISE_NUMBER,
        TargetField(
            "kind", N_("Kind"), ValueKind.CHOICE, means("type | type project"), lenient=True, words=PROJECT_WORDS
        ),
        TargetField(
            "partners", N_("Partners"), ValueKind.LABELS, means("partner | partner project"), many=True, lenient=True
        ),
        VALUE_CHAINS,
        TargetField("stage", N_("Stage"), ValueKind.TEXT, means("stage | status | stage project | status project")),
        TargetField(
            "started_on",
            N_("Started on"),
            ValueKind.PARTIAL_DATE,
            means("start | start date | date | date project | start project date"),
        ),
        TargetField(
            "description", N_("Description"), ValueKind.NOTE, means("description | description project"), many=True
        ),
        MANAGER,
        KNOWN_SINCE,
        TargetField(
            EXTERNAL_ID.key, EXTERNAL_ID.label, EXTERNAL_ID.kind, means("id | id project | number project | number id")
        ),
        NOTES,
    ),
    (Need(("title",), "title_missing", N_("The row has no title.")),),
)

FILES = ImportTarget(
    ImportKind.FILES,
    N_("Coaching files"),
    (
        PROJECT,
        TargetField(
            "title",
            N_("Name of the file"),
            ValueKind.TEXT,
            means("file | title | title file | name file | name | subject"),
        ),
        ORGANISATION,
        ENTERPRISE_NUMBER,
        TargetField(
            "tracks",
            N_("Tracks"),
            ValueKind.LABELS,
            means("track | type | type file | track file"),
            many=True,
            lenient=True,
        ),
        TargetField(
            "opened_on",
            N_("Opened on"),
            ValueKind.DAY,
            means("start | start date | start file | start date file | date | date file"),
        ),
        TargetField(
            "closed_on", N_("Closed on"), ValueKind.DAY, means("end | end date | end file | end date file | done")
        ),
        TargetField("close_reason", N_("Why it was closed"), ValueKind.TEXT, means("reason | reason end")),
        TargetField("plan", N_("Coaching plan"), ValueKind.NOTE, means("plan | plan file | description"), many=True),
        MANAGER,
        TargetField("status", N_("State"), ValueKind.TEXT, means("status | status file")),
        KNOWN_SINCE,
        TargetField(
            EXTERNAL_ID.key, EXTERNAL_ID.label, EXTERNAL_ID.kind, means("id | id file | number file | number id")
        ),
        NOTES,
    ),
    (
        Need(
            ("project", "title", "organisation", "enterprise_number"),
            "project_missing",
            N_("The row names neither a project nor an organisation."),
        ),
        Need(("opened_on",), "date_missing", N_("The row has no date.")),
    ),
)

ADVICE = ImportTarget(
    ImportKind.ADVICE,
    N_("One-off advice"),
    (
        TargetField("date", N_("Date"), ValueKind.DAY, means("date | date answer | start date")),
        ORGANISATION,
        ENTERPRISE_NUMBER,
        TargetField(
            "kind", N_("Kind"), ValueKind.CHOICE, means("type | type answer"), lenient=True, words=ADVICE_WORDS
        ),
        TargetField("subject", N_("Subject"), ValueKind.TEXT, means("subject | title | description | name")),
        TargetField("answer", N_("Answer given"), ValueKind.NOTE, means("answer | note"), many=True),
        TargetField("contact", N_("Contact person"), ValueKind.TEXT, means("contact | name contact")),
        TargetField("minutes", N_("Minutes spent"), ValueKind.MINUTES, means("duration"), lenient=True),
        MANAGER,
        KNOWN_SINCE,
        EXTERNAL_ID,
    ),
    (NEEDS_ORGANISATION, Need(("date",), "date_missing", N_("The row has no date."))),
)
