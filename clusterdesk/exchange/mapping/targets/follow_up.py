"""Lists of past sessions, actions and results."""

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
)

SESSION_WORDS = words(
    visit="visite|bezoek|visit|visite d'entreprise|bedrijfsbezoek|sur place|ter plaatse|atelier",
    meeting=(
        "réunion|vergadering|meeting|rendez-vous|rdv|entretien|gesprek|rencontre|visioconférence|visio|teams|"
        "online|zoom"
    ),
    call="appel|téléphone|tél|telefoon|telefoongesprek|call|phone|phone call|coup de fil",
    mail="mail|e-mail|email|courriel|courrier",
)
OWNER_WORDS = words(
    us="nous|cluster|agence|wij|ons|us|we|agentschap|agency|chargé de cluster",
    organisation="entreprise|société|organisation|eux|bedrijf|onderneming|zij|company|they|organisatie|membre|lid",
    other="autre|tiers|andere|derde|other",
)
RESULT_WORDS = words(
    break_even_reached=(
        "seuil de rentabilité|seuil atteint|break even|break-even reached|break even reached|rentabilité|"
        "à l'équilibre|break-even bereikt|rendabiliteitsdrempel|au seuil"
    ),
    break_even_lost="seuil perdu|break even lost|break-even verloren",
    industrialised="industrialisé|industrialisation|geïndustrialiseerd|industrialised|industrialisatie|industrialized",
    production_started=(
        "production démarrée|début de production|mise en production|production started|productie gestart|"
        "start productie|nouvelle production"
    ),
)
EVIDENCE_WORDS = words(
    **{
        "0": "0|impression|indruk|niveau 0",
        "1": "1|dit en visite|oral|gezegd|said|mondeling|niveau 1",
        "2": "2|attestation|attestation signée|attest|niveau 2",
        "3": "3|document|pièce|comptes annuels|jaarrekening|bilan|niveau 3",
        "4": "4|tiers|contrôle d'un tiers|derde|third party|audit|niveau 4",
    }
)

SESSIONS = ImportTarget(
    ImportKind.SESSIONS,
    N_("Sessions"),
    (
        TargetField("date", N_("Date"), ValueKind.DAY, means("date | date session | start date"), hour="starts_at"),
        ORGANISATION,
        ENTERPRISE_NUMBER,
        TargetField(
            "project",
            N_("Project or file"),
            ValueKind.TEXT,
            (*PROJECT.patterns, *means("file | id file | name file | title file")),
        ),
        TargetField(
            "kind",
            N_("Kind"),
            ValueKind.CHOICE,
            means("type | type session | type contact | session"),
            words=SESSION_WORDS,
        ),
        TargetField("starts_at", N_("Hour"), ValueKind.TIME, means("hour | start hour"), lenient=True),
        TargetField(
            "minutes", N_("Duration in minutes"), ValueKind.MINUTES, means("duration | duration session"), lenient=True
        ),
        TargetField(
            "attendees",
            N_("Attendees"),
            ValueKind.LABELS,
            means("attendee | contact | name attendee"),
            many=True,
            lenient=True,
        ),
        TargetField("place", N_("Place"), ValueKind.TEXT, means("place | place session | address")),
        TargetField("subject", N_("Subject"), ValueKind.TEXT, means("subject | title | subject session")),
        TargetField(
            "notes",
            N_("Notes"),
            ValueKind.NOTE,
            means("note | description | note session | description session"),
            many=True,
        ),
        TargetField("next_step", N_("Next step"), ValueKind.TEXT, means("next_step | date next_step")),
        TargetField("decisions", N_("Decisions"), ValueKind.NOTE, means("decision | decision session"), many=True),
        MANAGER,
        KNOWN_SINCE,
        EXTERNAL_ID,
    ),
    (NEEDS_ORGANISATION, Need(("date",), "date_missing", N_("The row has no date."))),
)

ACTIONS = ImportTarget(
    ImportKind.ACTIONS,
    N_("Actions"),
    (
        TargetField(
            "text",
            N_("Promise"),
            ValueKind.TEXT,
            means("action | description | subject | title | description action | name action | what"),
        ),
        ORGANISATION,
        ENTERPRISE_NUMBER,
        TargetField(
            "owner",
            N_("Owed by"),
            ValueKind.TEXT,
            means("owner | owner action | manager action | manager | responsible"),
        ),
        TargetField("due_on", N_("Due on"), ValueKind.DAY, means("due | date due | due action | end date")),
        TargetField("done_on", N_("Done on"), ValueKind.DAY, means("done date | done"), lenient=True),
        TargetField("status", N_("State"), ValueKind.TEXT, means("status | status action")),
        TargetField("date", N_("Date"), ValueKind.DAY, means("date | start date | date session")),
        TargetField("project", N_("Project or file"), ValueKind.TEXT, (*PROJECT.patterns, *means("file"))),
        KNOWN_SINCE,
        EXTERNAL_ID,
        NOTES,
    ),
    (Need(("text",), "text_missing", N_("The row says nothing that was promised.")),),
)

RESULTS = ImportTarget(
    ImportKind.RESULTS,
    N_("Results"),
    (
        TargetField(
            "kind",
            N_("Result"),
            ValueKind.CHOICE,
            means("result | type | type result | name result"),
            words=RESULT_WORDS,
        ),
        TargetField(
            "date", N_("Effective date"), ValueKind.DAY, means("date | effective | date effective | date result")
        ),
        PROJECT,
        ORGANISATION,
        ENTERPRISE_NUMBER,
        TargetField(
            "evidence_level",
            N_("Level of evidence"),
            ValueKind.CHOICE,
            means("evidence | evidence status | evidence type"),
            lenient=True,
            words=EVIDENCE_WORDS,
        ),
        TargetField("confirmed_by", N_("Confirmed by"), ValueKind.TEXT, means("confirmed | confirmed owner")),
        TargetField("validated_by", N_("Validated by"), ValueKind.TEXT, means("validated | validated owner")),
        TargetField("revoked_on", N_("Revoked on"), ValueKind.DAY, means("revoked | revoked date")),
        KNOWN_SINCE,
        EXTERNAL_ID,
        NOTES,
    ),
    (
        Need(("kind",), "result_missing", N_("The row names no result.")),
        Need(("date",), "date_missing", N_("The row has no date.")),
        Need(
            ("project", "organisation", "enterprise_number"),
            "project_missing",
            N_("The row names neither a project nor an organisation."),
        ),
    ),
)
