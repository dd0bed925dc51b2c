"""The binder on disk: the only place that knows SQLAlchemy, SQLite and alembic."""
