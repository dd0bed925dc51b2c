"""Receiving teams, orientations and difficulties; and the outbox of what goes to the shared drive."""

from alembic import op

from clusterdesk.store.migrations.new_tables import create_tables

_TABLES = {
    "referral_kind": """
        "key" TEXT NOT NULL, name_fr TEXT NOT NULL, name_nl TEXT NOT NULL, name_en TEXT NOT NULL, position
        INTEGER NOT NULL, active INTEGER NOT NULL, international INTEGER NOT NULL
    """,
    "country_group": """
        "key" TEXT NOT NULL, name_fr TEXT NOT NULL, name_nl TEXT NOT NULL, name_en TEXT NOT NULL, position
        INTEGER NOT NULL, active INTEGER NOT NULL, countries TEXT NOT NULL
    """,
    "readiness_question": """
        "key" TEXT NOT NULL, name_fr TEXT NOT NULL, name_nl TEXT NOT NULL, name_en TEXT NOT NULL, position
        INTEGER NOT NULL, active INTEGER NOT NULL, action_fr TEXT NOT NULL, action_nl TEXT NOT NULL,
        action_en TEXT NOT NULL, version INTEGER NOT NULL
    """,
    "difficulty_theme": """
        "key" TEXT NOT NULL, name_fr TEXT NOT NULL, name_nl TEXT NOT NULL, name_en TEXT NOT NULL, position
        INTEGER NOT NULL, active INTEGER NOT NULL
    """,
    "difficulty_recipient": """
        "key" TEXT NOT NULL, name_fr TEXT NOT NULL, name_nl TEXT NOT NULL, name_en TEXT NOT NULL, position
        INTEGER NOT NULL, active INTEGER NOT NULL, mail TEXT NOT NULL
    """,
    "hub_team": """
        name TEXT NOT NULL, kind TEXT NOT NULL, mail TEXT NOT NULL, phone TEXT NOT NULL, languages TEXT NOT
        NULL, answer_days INTEGER, everywhere INTEGER NOT NULL, every_sector INTEGER NOT NULL, from_on TEXT,
        to_on TEXT, example INTEGER NOT NULL, remark TEXT NOT NULL
    """,
    "hub_team_person": """
        hub_team_id BLOB NOT NULL > hub_team, name TEXT NOT NULL, role TEXT NOT NULL, mail TEXT NOT NULL,
        phone TEXT NOT NULL, languages TEXT NOT NULL, from_on TEXT, to_on TEXT
    """,
    "hub_team_country": """
        hub_team_id BLOB NOT NULL > hub_team, country TEXT NOT NULL
    """,
    "hub_team_sector": """
        hub_team_id BLOB NOT NULL > hub_team, value_chain_id BLOB NOT NULL > value_chain
    """,
    "hub_team_referral_kind": """
        hub_team_id BLOB NOT NULL > hub_team, referral_kind_id BLOB NOT NULL > referral_kind
    """,
    "referral": """
        recorded_on TEXT, revoked_on TEXT, organisation_id BLOB NOT NULL > organisation, project_id BLOB >
        project, coaching_file_id BLOB > coaching_file, session_id BLOB > session, profile_id BLOB >
        profile, kind_id BLOB > referral_kind, hub_team_id BLOB > hub_team, hub_person_id BLOB >
        hub_team_person, token TEXT NOT NULL, state TEXT NOT NULL, state_on TEXT, "on" TEXT NOT NULL, need
        TEXT NOT NULL, tried TEXT NOT NULL, asked TEXT NOT NULL, consent_by TEXT NOT NULL, consent_on TEXT,
        consent_what TEXT NOT NULL, handed_over_on TEXT, answer_due_on TEXT, decided_on TEXT, reason TEXT
        NOT NULL, outcome TEXT, outcome_on TEXT, outcome_value TEXT, outcome_currency TEXT NOT NULL,
        outcome_country TEXT NOT NULL, outcome_remark TEXT NOT NULL, remark TEXT NOT NULL, visibility TEXT
        NOT NULL
    """,
    "referral_country": """
        referral_id BLOB NOT NULL > referral, country TEXT NOT NULL
    """,
    "referral_document": """
        referral_id BLOB NOT NULL > referral, document_id BLOB NOT NULL > document
    """,
    "referral_step": """
        recorded_on TEXT, revoked_on TEXT, referral_id BLOB NOT NULL > referral, act TEXT NOT NULL, "on"
        TEXT NOT NULL, "by" TEXT NOT NULL, remark TEXT NOT NULL
    """,
    "referral_answer": """
        recorded_on TEXT, revoked_on TEXT, referral_id BLOB NOT NULL > referral, "on" TEXT NOT NULL, channel
        TEXT NOT NULL, "by" TEXT NOT NULL, act TEXT NOT NULL, text TEXT NOT NULL, sha256 TEXT NOT NULL,
        document_id BLOB > document
    """,
    "readiness_answer": """
        referral_id BLOB NOT NULL > referral, question_id BLOB NOT NULL > readiness_question, asked TEXT NOT
        NULL, reply TEXT NOT NULL, remark TEXT NOT NULL
    """,
    "difficulty": """
        recorded_on TEXT, revoked_on TEXT, title TEXT NOT NULL, theme_id BLOB > difficulty_theme, session_id
        BLOB > session, profile_id BLOB > profile, recipient_id BLOB > difficulty_recipient, joined_into
        BLOB > difficulty, "on" TEXT NOT NULL, severity TEXT NOT NULL, state TEXT NOT NULL, state_on TEXT,
        happens TEXT NOT NULL, cost TEXT, currency TEXT NOT NULL, cost_remark TEXT NOT NULL, wish TEXT NOT
        NULL, approved_by TEXT NOT NULL, approved_on TEXT, sent_on TEXT, answered_on TEXT, answer TEXT NOT
        NULL, closed_on TEXT, result TEXT NOT NULL, remark TEXT NOT NULL, visibility TEXT NOT NULL
    """,
    "difficulty_organisation": """
        difficulty_id BLOB NOT NULL > difficulty, organisation_id BLOB NOT NULL > organisation, named
        INTEGER NOT NULL, named_by TEXT NOT NULL, named_on TEXT, fed_back_on TEXT
    """,
    "difficulty_quote": """
        recorded_on TEXT, revoked_on TEXT, difficulty_id BLOB NOT NULL > difficulty, organisation_id BLOB >
        organisation, session_id BLOB > session, "on" TEXT, text TEXT NOT NULL, visibility TEXT NOT NULL
    """,
    "difficulty_step": """
        recorded_on TEXT, revoked_on TEXT, difficulty_id BLOB NOT NULL > difficulty, act TEXT NOT NULL, "on"
        TEXT NOT NULL, "by" TEXT NOT NULL, remark TEXT NOT NULL, sha256 TEXT NOT NULL
    """,
}
_INDEXES = (
    ("hub_team_person", ("hub_team_id",)),
    ("hub_team_country", ("hub_team_id",)),
    ("hub_team_sector", ("hub_team_id",)),
    ("hub_team_sector", ("value_chain_id",)),
    ("hub_team_referral_kind", ("hub_team_id",)),
    ("hub_team_referral_kind", ("referral_kind_id",)),
    ("referral", ("coaching_file_id",)),
    ("referral", ("hub_person_id",)),
    ("referral", ("hub_team_id",)),
    ("referral", ("kind_id",)),
    ("referral", ("organisation_id",)),
    ("referral", ("profile_id",)),
    ("referral", ("project_id",)),
    ("referral", ("session_id",)),
    ("referral", ("state",)),
    ("referral", ("token",)),
    ("referral_country", ("referral_id",)),
    ("referral_document", ("document_id",)),
    ("referral_document", ("referral_id",)),
    ("referral_step", ("referral_id",)),
    ("referral_answer", ("document_id",)),
    ("referral_answer", ("referral_id",)),
    ("referral_answer", ("sha256",)),
    ("readiness_answer", ("question_id",)),
    ("readiness_answer", ("referral_id",)),
    ("difficulty", ("joined_into",)),
    ("difficulty", ("profile_id",)),
    ("difficulty", ("recipient_id",)),
    ("difficulty", ("session_id",)),
    ("difficulty", ("theme_id",)),
    ("difficulty_organisation", ("difficulty_id",)),
    ("difficulty_organisation", ("organisation_id",)),
    ("difficulty_quote", ("difficulty_id",)),
    ("difficulty_quote", ("organisation_id",)),
    ("difficulty_quote", ("session_id",)),
    ("difficulty_step", ("difficulty_id",)),
)
_OUTBOX = """
    id BLOB NOT NULL, title TEXT NOT NULL, purpose TEXT NOT NULL, local_name TEXT NOT NULL, sha256 TEXT NOT
    NULL, size INTEGER NOT NULL, destination TEXT NOT NULL, state TEXT NOT NULL, attempts INTEGER NOT NULL,
    created_at TEXT NOT NULL, last_try_at TEXT, next_try_at TEXT, copied_at TEXT, verified_at TEXT,
    arrived_as TEXT, error_code TEXT, error_detail TEXT, record_type TEXT, record_id BLOB
"""


def upgrade() -> None:
    """Add the tables with their indexes and the triggers that keep other writers out, then the outbox."""
    create_tables(_TABLES, _INDEXES)
    op.execute(
        "CREATE INDEX ix_referral_pending ON referral (answer_due_on, state)"
        " WHERE state IN ('handed_over', 'acknowledged', 'accepted', 'in_progress') AND deleted = 0"
    )
    op.execute(f"CREATE TABLE export_job ({' '.join(_OUTBOX.split())}, CONSTRAINT pk_export_job PRIMARY KEY (id))")
    op.execute("CREATE INDEX ix_export_job_state_next_try_at ON export_job (state, next_try_at)")
