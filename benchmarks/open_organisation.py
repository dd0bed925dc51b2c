"""Opening an organisation: its page and its Fil as objects, beside the bare driver reading the same rows as tuples."""

import random
from typing import Any

from benchmarks import dataset
from benchmarks.harness import BenchRow, compared
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.services.page_views import read_organisation, read_timeline
from clusterdesk.store.desk_store import Store

NAME = "Open an organisation"
PAGE, FIL = "open a coaching file, query to objects", "the Fil of an organisation, query to objects"
# The limit of the design is that of the page; the Fil builds an object for every line, and may take a little longer.
TARGETS = {PAGE: 2.5, FIL: 3.0}

_EACH_ROUND = 200
_SEED = 7

# What a page shows, read in the plainest way.
_OF_ORGANISATION = (
    "SELECT * FROM organisation WHERE id = ?",
    "SELECT id, name, merged_on FROM organisation WHERE merged_into = ?",
    "SELECT * FROM organisation_status WHERE organisation_id = ? AND deleted = 0",
    "SELECT * FROM membership WHERE organisation_id = ? AND deleted = 0 ORDER BY from_on DESC",
    "SELECT v.* FROM organisation_value_chain m JOIN value_chain v ON v.id = m.value_chain_id"
    " WHERE m.organisation_id = ? AND m.deleted = 0",
    "SELECT v.* FROM organisation_circular_model m JOIN circular_model v ON v.id = m.circular_model_id"
    " WHERE m.organisation_id = ? AND m.deleted = 0",
    "SELECT * FROM organisation_activity WHERE organisation_id = ? AND deleted = 0",
    "SELECT * FROM contact_point WHERE organisation_id = ? AND deleted = 0",
    "SELECT * FROM consent WHERE organisation_id = ? AND deleted = 0",
    "SELECT * FROM address WHERE organisation_id = ? AND deleted = 0",
    "SELECT * FROM establishment WHERE organisation_id = ? AND deleted = 0",
    "SELECT r.*, c.* FROM contact_role r JOIN contact c ON c.id = r.contact_id"
    " WHERE r.organisation_id = ? AND r.deleted = 0",
    "SELECT p.* FROM contact_role r JOIN contact_point p ON p.contact_id = r.contact_id WHERE r.organisation_id = ?",
    "SELECT p.* FROM contact_role r JOIN consent p ON p.contact_id = r.contact_id WHERE r.organisation_id = ?",
    "SELECT * FROM project WHERE organisation_id = ? AND deleted = 0",
    "SELECT p.* FROM project_partner m JOIN project p ON p.id = m.project_id WHERE m.organisation_id = ?",
    "SELECT f.* FROM project p JOIN coaching_file f ON f.project_id = p.id WHERE p.organisation_id = ?",
    "SELECT t.* FROM project p JOIN coaching_file f ON f.project_id = p.id JOIN coaching_file_track m"
    " ON m.coaching_file_id = f.id JOIN track t ON t.id = m.track_id WHERE p.organisation_id = ?",
    "SELECT m.* FROM project p JOIN coaching_file f ON f.project_id = p.id JOIN coaching_file_manager m"
    " ON m.coaching_file_id = f.id WHERE p.organisation_id = ?",
    "SELECT s.coaching_file_id, sum(s.kind = 'visit'), count(*), max(s.\"on\") FROM project p JOIN coaching_file f"
    " ON f.project_id = p.id JOIN session s ON s.coaching_file_id = f.id"
    " WHERE p.organisation_id = ? AND s.state = 'held' AND s.deleted = 0 GROUP BY 1",
    "SELECT * FROM action WHERE organisation_id = ? AND deleted = 0 AND done_on IS NULL ORDER BY due_on",
    "SELECT * FROM document WHERE organisation_id = ? AND deleted = 0",
    "SELECT t.* FROM record_tag m JOIN tag t ON t.id = m.tag_id WHERE m.record_id = ? AND m.deleted = 0",
    "SELECT * FROM import_note WHERE organisation_id = ? AND deleted = 0",
    "SELECT * FROM evidence WHERE organisation_id = ? AND deleted = 0",
    "SELECT r.* FROM project p JOIN result_event r ON r.project_id = p.id"
    " WHERE p.organisation_id = ? AND r.deleted = 0",
    "SELECT v.* FROM project p JOIN project_value_chain m ON m.project_id = p.id JOIN value_chain v"
    " ON v.id = m.value_chain_id WHERE p.organisation_id = ? AND m.deleted = 0",
    "SELECT o.name, m.* FROM project p JOIN project_partner m ON m.project_id = p.id JOIN organisation o"
    " ON o.id = m.organisation_id WHERE p.organisation_id = ? AND m.deleted = 0",
    "SELECT * FROM one_off_advice WHERE organisation_id = ? AND deleted = 0",
    "SELECT sum(state = 'held'), sum(kind = 'visit'), max(\"on\"), min(\"on\") FROM session"
    " WHERE organisation_id = ? AND deleted = 0",
    "SELECT * FROM session WHERE organisation_id = ? AND state = 'held' AND deleted = 0 ORDER BY \"on\" DESC LIMIT 1",
    "SELECT * FROM session WHERE organisation_id = ? AND state = 'planned' AND deleted = 0 ORDER BY \"on\" LIMIT 1",
)
_UNION = (
    "SELECT 'session' AS what, id, \"on\" AS day, subject, '', kind, state FROM session"
    " WHERE organisation_id = :id AND deleted = 0"
    " UNION ALL SELECT 'one_off_advice', id, \"on\", subject, answer, kind, '' FROM one_off_advice"
    " WHERE organisation_id = :id AND deleted = 0"
    " UNION ALL SELECT 'result_event', id, \"on\", '', remark, kind, '' FROM result_event"
    " WHERE (organisation_id = :id OR project_id IN (SELECT id FROM project WHERE organisation_id = :id))"
    " AND deleted = 0"
    " UNION ALL SELECT 'evidence', id, coalesce(\"on\", recorded_on), title, remark, level, '' FROM evidence"
    " WHERE (organisation_id = :id OR project_id IN (SELECT id FROM project WHERE organisation_id = :id)"
    " OR result_event_id IN (SELECT id FROM result_event WHERE organisation_id = :id)) AND deleted = 0 AND wanted = 0"
    " UNION ALL SELECT 'document', id, coalesce(\"on\", recorded_on), name, remark, '', '' FROM document"
    " WHERE organisation_id = :id AND deleted = 0"
    " UNION ALL SELECT 'action', id, done_on, text, '', owner, '' FROM action"
    " WHERE organisation_id = :id AND deleted = 0 AND done_on IS NOT NULL"
    " UNION ALL SELECT 'coaching_file', f.id, f.opened_on, p.title, f.plan, '', '' FROM coaching_file f"
    " JOIN project p ON p.id = f.project_id WHERE p.organisation_id = :id AND f.deleted = 0"
    " UNION ALL SELECT 'coaching_file', f.id, f.closed_on, p.title, f.close_reason, '', '' FROM coaching_file f"
    " JOIN project p ON p.id = f.project_id WHERE p.organisation_id = :id AND f.deleted = 0"
    " AND f.closed_on IS NOT NULL"
    " UNION ALL SELECT 'membership', id, from_on, reason, '', status, '' FROM membership"
    " WHERE organisation_id = :id AND deleted = 0"
    " UNION ALL SELECT 'organisation_status', id, from_on, source, '', situation, '' FROM organisation_status"
    " WHERE organisation_id = :id AND deleted = 0"
    " UNION ALL SELECT 'import_note', id, coalesce(\"on\", year), \"column\", text, '', '' FROM import_note"
    " WHERE organisation_id = :id AND deleted = 0"
)
_FIL = (
    f"SELECT * FROM ({_UNION}) ORDER BY day DESC LIMIT 51",
    f"SELECT what, count(*) FROM ({_UNION}) GROUP BY what",
    "SELECT n.session_id, n.text FROM session s JOIN session_note n ON n.session_id = s.id"
    " WHERE s.organisation_id = :id AND n.deleted = 0",
    "SELECT session_id, count(*) FROM action WHERE organisation_id = :id AND deleted = 0 GROUP BY 1",
    "SELECT session_id, count(*) FROM document WHERE organisation_id = :id AND deleted = 0 GROUP BY 1",
)


def run() -> list[BenchRow]:
    """Open two hundred organisations in each round."""
    store = dataset.opened(dataset.binder())
    raw = store.engines.raw()
    try:
        return _measured(store, raw)
    finally:
        raw.close()
        store.close()


def _measured(store: Store, raw: Any) -> list[BenchRow]:  # noqa: ANN401 - a bare driver connection
    known = store.find(Organisation)
    chosen = [one.id for one in random.Random(_SEED).sample(known, min(_EACH_ROUND, len(known)))]
    cursor = raw.cursor()

    def raw_page() -> None:
        for one in chosen:
            for statement in _OF_ORGANISATION:
                cursor.execute(statement, (one.bytes,)).fetchall()

    def raw_fil() -> None:
        for one in chosen:
            for statement in _FIL:
                cursor.execute(statement, {"id": one.bytes}).fetchall()

    def page() -> None:
        for one in chosen:
            read_organisation(store, one)

    def fil() -> None:
        for one in chosen:
            read_timeline(store, one, limit=50)

    return [
        compared(PAGE, page, raw_page, TARGETS[PAGE], rounds=9),
        compared(FIL, fil, raw_fil, TARGETS[FIL], rounds=9),
    ]
