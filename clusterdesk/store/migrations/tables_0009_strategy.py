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
}
INDEXES = (
    ("operational_objective", ("strategic_objective_id",)),
    ("indicator", ("operational_objective_id",)),
    ("indicator_year", ("indicator_id",)),
    ("plan_item", ("operational_objective_id",)),
    ("plan_item", ("profile_id",)),
)
