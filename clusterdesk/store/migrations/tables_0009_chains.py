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
}
INDEXES = (
    ("chain_link", ("value_chain_id",)),
    ("chain_actor", ("chain_link_id",)),
    ("chain_actor", ("organisation_id",)),
)
