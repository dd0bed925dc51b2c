"""The tables of working groups and their meetings; promises may be made in a meeting."""

TABLES = {
    "working_group": """
        name TEXT NOT NULL, kind TEXT NOT NULL, value_chain_id BLOB > value_chain, profile_id BLOB >
        profile, purpose TEXT NOT NULL, company_seats INTEGER, partner_seats INTEGER, from_on TEXT, to_on
        TEXT
    """,
    "group_member": """
        recorded_on TEXT, revoked_on TEXT, working_group_id BLOB NOT NULL > working_group, organisation_id
        BLOB > organisation, contact_id BLOB > contact, name TEXT NOT NULL, category TEXT NOT NULL, role
        TEXT NOT NULL, from_on TEXT, to_on TEXT
    """,
    "meeting": """
        recorded_on TEXT, revoked_on TEXT, working_group_id BLOB NOT NULL > working_group, "on" TEXT NOT
        NULL, starts_at TEXT, ends_at TEXT, title TEXT NOT NULL, place TEXT NOT NULL, state TEXT NOT NULL,
        agenda TEXT NOT NULL, minutes TEXT NOT NULL, visibility TEXT NOT NULL
    """,
    "meeting_attendance": """
        meeting_id BLOB NOT NULL > meeting, organisation_id BLOB > organisation, contact_id BLOB > contact,
        name TEXT NOT NULL, presence TEXT NOT NULL, remark TEXT NOT NULL
    """,
    "meeting_decision": """
        recorded_on TEXT, revoked_on TEXT, meeting_id BLOB NOT NULL > meeting, text TEXT NOT NULL, position
        INTEGER NOT NULL, visibility TEXT NOT NULL
    """,
}
INDEXES = (
    ("working_group", ("profile_id",)),
    ("working_group", ("value_chain_id",)),
    ("group_member", ("contact_id",)),
    ("group_member", ("organisation_id",)),
    ("group_member", ("working_group_id",)),
    ("meeting", ("on",)),
    ("meeting", ("working_group_id", "on")),
    ("meeting_attendance", ("contact_id",)),
    ("meeting_attendance", ("meeting_id",)),
    ("meeting_attendance", ("organisation_id",)),
    ("meeting_decision", ("meeting_id",)),
)
THEN = (
    "ALTER TABLE action ADD COLUMN meeting_id BLOB REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED",
    "CREATE INDEX ix_action_meeting_id ON action (meeting_id)",
)
