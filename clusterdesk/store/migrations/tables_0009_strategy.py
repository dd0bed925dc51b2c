"""The tables of the strategy desk."""

TABLES = {
    "strategic_objective": """
        "key" TEXT NOT NULL, name_fr TEXT NOT NULL, name_nl TEXT NOT NULL, name_en TEXT NOT NULL, position
        INTEGER NOT NULL, active INTEGER NOT NULL, code TEXT NOT NULL
    """,
    "operational_objective": """
        "key" TEXT NOT NULL, name_fr TEXT NOT NULL, name_nl TEXT NOT NULL, name_en TEXT NOT NULL, position
        INTEGER NOT NULL, active INTEGER NOT NULL, strategic_objective_id BLOB > strategic_objective, code
        TEXT NOT NULL, how_fr TEXT NOT NULL, how_nl TEXT NOT NULL, how_en TEXT NOT NULL
    """,
    "indicator": """
        "key" TEXT NOT NULL, name_fr TEXT NOT NULL, name_nl TEXT NOT NULL, name_en TEXT NOT NULL, position
        INTEGER NOT NULL, active INTEGER NOT NULL, operational_objective_id BLOB > operational_objective,
        measure TEXT NOT NULL, target INTEGER, start_on TEXT, end_on TEXT
    """,
    "indicator_year": """
        indicator_id BLOB NOT NULL > indicator, year INTEGER NOT NULL, expected TEXT
    """,
    "rule_set": """
        recorded_on TEXT, revoked_on TEXT, version INTEGER NOT NULL, valid_from TEXT NOT NULL, owner TEXT
        NOT NULL, reason TEXT NOT NULL, parameters TEXT NOT NULL
    """,
    "plan_item": """
        recorded_on TEXT, revoked_on TEXT, operational_objective_id BLOB > operational_objective, year
        INTEGER NOT NULL, text TEXT NOT NULL, profile_id BLOB > profile, owner_name TEXT NOT NULL, due_on
        TEXT, done_on TEXT, state TEXT NOT NULL, position INTEGER NOT NULL, remark TEXT NOT NULL
    """,
    "board_freeze": """
        recorded_on TEXT, revoked_on TEXT, period TEXT NOT NULL, as_of TEXT NOT NULL, rule_set_id BLOB >
        rule_set, frozen_on TEXT, frozen_by TEXT NOT NULL, content TEXT NOT NULL, sha256 TEXT NOT NULL,
        remark TEXT NOT NULL
    """,
    "board_remark": """
        period TEXT NOT NULL, kind TEXT NOT NULL, organisation_id BLOB > organisation, position INTEGER NOT
        NULL, text TEXT NOT NULL, language TEXT
    """,
}
INDEXES = (
    ("operational_objective", ("strategic_objective_id",)),
    ("indicator", ("operational_objective_id",)),
    ("indicator_year", ("indicator_id",)),
    ("plan_item", ("operational_objective_id",)),
    ("plan_item", ("profile_id",)),
    ("board_freeze", ("rule_set_id",)),
    ("board_remark", ("organisation_id",)),
)
