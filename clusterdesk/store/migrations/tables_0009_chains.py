"""The tables of the chains desk."""

TABLES = {
    "chain_link": """
        "key" TEXT NOT NULL, name_fr TEXT NOT NULL, name_nl TEXT NOT NULL, name_en TEXT NOT NULL, position
        INTEGER NOT NULL, active INTEGER NOT NULL, value_chain_id BLOB > value_chain, nace_codes TEXT NOT
        NULL
    """,
    "chain_actor": """
        recorded_on TEXT, revoked_on TEXT, chain_link_id BLOB NOT NULL > chain_link, organisation_id BLOB
        NOT NULL > organisation, remark TEXT NOT NULL, from_on TEXT, to_on TEXT
    """,
    "project_chain_link": """
        project_id BLOB NOT NULL > project, chain_link_id BLOB NOT NULL > chain_link, organisation_id BLOB >
        organisation, remark TEXT NOT NULL
    """,
    "production_step": """
        recorded_on TEXT, revoked_on TEXT, project_id BLOB NOT NULL > project, stage TEXT NOT NULL, "on"
        TEXT NOT NULL, "by" TEXT NOT NULL, remark TEXT NOT NULL
    """,
    "project_rating": """
        recorded_on TEXT, revoked_on TEXT, project_id BLOB NOT NULL > project, "on" TEXT NOT NULL, timing
        INTEGER, skills INTEGER, budget INTEGER, funding INTEGER, impact INTEGER, "by" TEXT NOT NULL, remark
        TEXT NOT NULL
    """,
    "exchange": """
        recorded_on TEXT, revoked_on TEXT, organisation_id BLOB NOT NULL > organisation, session_id BLOB >
        session, value_chain_id BLOB > value_chain, side TEXT NOT NULL, kind TEXT NOT NULL, text TEXT NOT
        NULL, quantity TEXT, unit TEXT NOT NULL, from_on TEXT, to_on TEXT, closed_on TEXT, outcome TEXT NOT
        NULL, remark TEXT NOT NULL, visibility TEXT NOT NULL
    """,
}
INDEXES = (
    ("chain_link", ("value_chain_id",)),
    ("chain_actor", ("chain_link_id",)),
    ("chain_actor", ("organisation_id",)),
    ("project_chain_link", ("chain_link_id",)),
    ("project_chain_link", ("organisation_id",)),
    ("project_chain_link", ("project_id",)),
    ("production_step", ("project_id",)),
    ("project_rating", ("project_id",)),
    ("exchange", ("organisation_id",)),
    ("exchange", ("session_id",)),
    ("exchange", ("value_chain_id",)),
)
