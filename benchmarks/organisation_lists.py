"""The list of organisations and Today, beside the bare driver reading the same columns as tuples."""

from benchmarks import dataset
from benchmarks.harness import BenchRow, compared
from benchmarks.raw_reading import bare, opened
from clusterdesk.domain.views.organisation_list import OrganisationFilter
from clusterdesk.domain.views.today import TodayQuestion
from clusterdesk.services.list_views import read_today
from clusterdesk.store.desk_store import Store
from clusterdesk.store.queries.organisation_list import organisation_ids, organisation_page

NAME = "Lists"
LIST, IDS, TODAY = "list of 50 organisations, query to rows", "order of all organisations", "the page Today"
# The design has a target for the list alone; the others are held to the same.
TARGETS = {LIST: 1.6, IDS: 1.6, TODAY: 1.6}

_EACH_ROUND = 20
_DAY = dataset.DAY.isoformat()

# Fifty rows with last contact, next visit and next promise, in the plainest way.
_ROWS = f"""
SELECT o.id, o.name, o.enterprise_number, o.kind,
 (SELECT group_concat(v.name_fr) FROM organisation_value_chain c JOIN value_chain v ON v.id = c.value_chain_id
  WHERE c.organisation_id = o.id AND c.deleted = 0),
 (SELECT m.status FROM membership m WHERE m.organisation_id = o.id AND m.deleted = 0
  AND (m.to_on IS NULL OR m.to_on >= '{_DAY}') ORDER BY m.from_on DESC LIMIT 1),
 (SELECT a.city FROM address a WHERE a.organisation_id = o.id AND a.deleted = 0
  AND (a.to_on IS NULL OR a.to_on >= '{_DAY}') ORDER BY a.kind <> 'seat', a.from_on DESC LIMIT 1),
 s.last_contact_on, s.next_visit_on, n.next_step, n.next_step_on, s.next_due_on, s.open_actions
FROM organisation_summary s CROSS JOIN organisation o ON o.id = s.organisation_id
LEFT JOIN session n ON n.id = (SELECT h.id FROM session h WHERE h.organisation_id = o.id AND h.state = 'held'
 AND h.deleted = 0 ORDER BY h."on" DESC LIMIT 1)
WHERE o.deleted = 0 AND o.merged_into IS NULL ORDER BY s.sort_name LIMIT 50 OFFSET ?
"""
_IDS = (
    "SELECT o.id FROM organisation_summary s CROSS JOIN organisation o ON o.id = s.organisation_id"
    " WHERE o.deleted = 0 AND o.merged_into IS NULL ORDER BY s.sort_name"
)
_OWNER = "JOIN organisation o ON o.id = "
_LATE = f"done_on IS NULL AND deleted = 0 AND due_on < '{_DAY}'"
_MEMBER = (
    "(SELECT m.status FROM membership m WHERE m.organisation_id = o.id AND m.deleted = 0"
    f" AND (m.to_on IS NULL OR m.to_on >= '{_DAY}') ORDER BY m.from_on DESC LIMIT 1) IN ('member', 'candidate')"
)
_SILENT = (
    "organisation_summary s CROSS JOIN organisation o ON o.id = s.organisation_id"
    f" WHERE s.last_contact_on < date('{_DAY}', '-90 days') AND o.deleted = 0 AND {_MEMBER}"
)
_ADRIFT = f"""
SELECT o.id, o.name, s.last_contact_on FROM coaching_file c CROSS JOIN project p ON p.id = c.project_id
CROSS JOIN organisation o ON o.id = p.organisation_id CROSS JOIN organisation_summary s ON s.organisation_id = o.id
LEFT JOIN session n ON n.id = (SELECT h.id FROM session h WHERE h.organisation_id = o.id AND h.state = 'held'
 AND h.deleted = 0 ORDER BY h."on" DESC LIMIT 1)
WHERE c.closed_on IS NULL AND c.deleted = 0 AND s.next_visit_on IS NULL
AND NOT (n.next_step <> '' AND (n.next_step_on IS NULL OR n.next_step_on >= '{_DAY}')) ORDER BY c.id DESC LIMIT 1000
"""
_TODAY = (
    "SELECT v.id, o.name, v.* FROM session v JOIN organisation o ON o.id = v.organisation_id"
    f" WHERE v.state = 'planned' AND v.deleted = 0 AND v.\"on\" BETWEEN '{_DAY}' AND date('{_DAY}', '7 days')"
    ' ORDER BY v."on", v.starts_at LIMIT 50',
    "SELECT a.*, o.name FROM action a JOIN organisation o ON o.id = a.organisation_id WHERE a.owner = 'us'"
    " AND a.done_on IS NULL AND a.deleted = 0 AND a.due_on IS NOT NULL ORDER BY a.due_on LIMIT 50",
    "SELECT a.*, o.name FROM action a JOIN organisation o ON o.id = a.organisation_id WHERE a.owner <> 'us'"
    f" AND a.done_on IS NULL AND a.deleted = 0 AND a.due_on < '{_DAY}' ORDER BY a.due_on LIMIT 50",
    f"SELECT count(*) FROM (SELECT 1 FROM action WHERE {_LATE} AND owner = 'us' LIMIT 1000)",
    f"SELECT count(*) FROM (SELECT 1 FROM action WHERE {_LATE} AND owner <> 'us' LIMIT 1000)",
    "SELECT count(*) FROM (SELECT 1 FROM action WHERE done_on IS NULL AND deleted = 0 AND owner = 'us' LIMIT 1000)",
    f"SELECT o.id, o.name, s.last_contact_on FROM {_SILENT} ORDER BY s.last_contact_on LIMIT 50",
    f"SELECT count(*) FROM (SELECT 1 FROM {_SILENT} LIMIT 1000)",
    "SELECT id, name FROM organisation WHERE enterprise_number IS NULL AND deleted = 0 LIMIT 50",
    "SELECT count(*) FROM organisation WHERE enterprise_number IS NULL AND deleted = 0",
    _ADRIFT,
)


def run() -> list[BenchRow]:
    """Measure pages all over the list, its whole order, and Today."""
    root = dataset.binder()
    wanted, question = OrganisationFilter(dataset.DAY), TodayQuestion(dataset.DAY)
    with opened(root) as store, bare(root) as connection:
        return [
            compared(
                LIST,
                lambda: _pages(store, wanted),
                lambda: [connection.execute(_ROWS, (page * 50,)).fetchall() for page in range(_EACH_ROUND)],
                TARGETS[LIST],
            ),
            compared(IDS, lambda: _ids(store, wanted), lambda: connection.execute(_IDS).fetchall(), TARGETS[IDS]),
            compared(
                TODAY,
                lambda: read_today(store, question),
                lambda: [connection.execute(statement).fetchall() for statement in _TODAY],
                TARGETS[TODAY],
            ),
        ]


def _pages(store: Store, wanted: OrganisationFilter) -> int:
    """Read the first pages, each in its own snapshot, as scrolling does."""
    found = 0
    for page in range(_EACH_ROUND):
        with store.read() as connection:
            found += len(organisation_page(connection, wanted, offset=page * 50))
    return found


def _ids(store: Store, wanted: OrganisationFilter) -> int:
    with store.read() as connection:
        return len(organisation_ids(connection, wanted))
