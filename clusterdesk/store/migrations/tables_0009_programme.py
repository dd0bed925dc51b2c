"""The tables of the programme desk."""

TABLES = {
    "event_kind": """
        "key" TEXT NOT NULL, name_fr TEXT NOT NULL, name_nl TEXT NOT NULL, name_en TEXT NOT NULL, position
        INTEGER NOT NULL, active INTEGER NOT NULL, yearly INTEGER NOT NULL, month INTEGER
    """,
    "commitment": """
        year INTEGER NOT NULL, event_kind_id BLOB NOT NULL > event_kind, planned INTEGER NOT NULL, due_month
        INTEGER, remark TEXT NOT NULL
    """,
    "theme": """
        recorded_on TEXT, revoked_on TEXT, year INTEGER NOT NULL, title TEXT NOT NULL, description TEXT NOT
        NULL, organisation_id BLOB > organisation, proposed_by TEXT NOT NULL, state TEXT NOT NULL, rank
        INTEGER
    """,
    "theme_vote": """
        recorded_on TEXT, revoked_on TEXT, theme_id BLOB NOT NULL > theme, organisation_id BLOB >
        organisation, voter TEXT NOT NULL, points INTEGER NOT NULL, "on" TEXT
    """,
    "programme_event": """
        recorded_on TEXT, revoked_on TEXT, title TEXT NOT NULL, event_kind_id BLOB > event_kind, theme_id
        BLOB > theme, host_id BLOB > organisation, profile_id BLOB > profile, "on" TEXT NOT NULL, to_on
        TEXT, starts_at TEXT, ends_at TEXT, place TEXT NOT NULL, capacity INTEGER, state TEXT NOT NULL,
        description TEXT NOT NULL, minutes TEXT NOT NULL, visibility TEXT NOT NULL
    """,
    "event_participation": """
        recorded_on TEXT, revoked_on TEXT, programme_event_id BLOB NOT NULL > programme_event,
        organisation_id BLOB > organisation, contact_id BLOB > contact, name TEXT NOT NULL, mail TEXT NOT
        NULL, invited_on TEXT, registered_on TEXT, cancelled_on TEXT, presence TEXT NOT NULL, remark TEXT
        NOT NULL
    """,
    "satisfaction": """
        recorded_on TEXT, revoked_on TEXT, programme_event_id BLOB NOT NULL > programme_event,
        organisation_id BLOB > organisation, useful INTEGER, well_organised INTEGER, recommended INTEGER,
        remark TEXT NOT NULL, "on" TEXT
    """,
}
INDEXES = (
    ("commitment", ("event_kind_id",)),
    ("theme", ("organisation_id",)),
    ("theme_vote", ("organisation_id",)),
    ("theme_vote", ("theme_id",)),
    ("programme_event", ("event_kind_id",)),
    ("programme_event", ("host_id",)),
    ("programme_event", ("profile_id",)),
    ("programme_event", ("theme_id",)),
    ("event_participation", ("contact_id",)),
    ("event_participation", ("organisation_id",)),
    ("event_participation", ("programme_event_id",)),
    ("satisfaction", ("organisation_id",)),
    ("satisfaction", ("programme_event_id",)),
)
