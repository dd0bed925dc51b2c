"""Making the tables of new record types in a migration, from what the version itself says of them."""

from collections.abc import Iterable, Mapping

from alembic import op

_GATE = (
    'CREATE TRIGGER gate_{table}_{name} AFTER {event} ON "{table}"'
    " WHEN (SELECT open FROM write_gate) IS NOT 1 BEGIN SELECT RAISE(ABORT, 'written outside an operation'); END"
)


def create_tables(tables: Mapping[str, str], indexes: Iterable[tuple[str, tuple[str, ...]]]) -> None:
    """Create tables with the triggers that keep other writers out, then their indexes.

    Each table is given by its columns beside ``id``, ``external_id`` and ``deleted``; ``column > table`` refers to one.
    """
    for table, written in tables.items():
        columns, keys = ["id BLOB NOT NULL", "external_id TEXT", "deleted INTEGER NOT NULL"], []
        for column in written.split(","):
            text, _, target = " ".join(column.split()).partition(" > ")
            columns.append(text)
            if target:
                name = text.split()[0]
                keys.append(
                    f"CONSTRAINT fk_{table}_{name} FOREIGN KEY({name}) REFERENCES {target} (id)"
                    " DEFERRABLE INITIALLY DEFERRED"
                )
        inner = ", ".join([*columns, f"CONSTRAINT pk_{table} PRIMARY KEY (id)", *keys])
        op.execute(f"CREATE TABLE {table} ({inner})")
        for event in ("INSERT", "UPDATE", "DELETE"):
            op.execute(_GATE.format(table=table, name=event.lower(), event=event))
    for table, names in indexes:
        quoted = ", ".join(f'"{name}"' if name == "on" else name for name in names)
        op.execute(f"CREATE INDEX ix_{table}_{'_'.join(names)} ON {table} ({quoted})")
