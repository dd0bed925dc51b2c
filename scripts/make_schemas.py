"""Write the JSON Schemas of the archive: ``python scripts/make_schemas.py``."""

from pathlib import Path

from clusterdesk.exchange.archive.schema import write_schemas

ROOT = Path(__file__).resolve().parents[1]


def main() -> None:
    """Write them into the documentation and into what ships."""
    write_schemas(ROOT / "docs" / "schema")
    write_schemas(ROOT / "resources" / "schema")


if __name__ == "__main__":
    main()
