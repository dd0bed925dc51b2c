"""Export, import into an empty binder, export again: the same bytes, whatever the records hold."""

import hashlib
import tempfile
from collections.abc import Callable
from datetime import date, time
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from clusterdesk.base.ids import derived_id
from clusterdesk.domain import field_rules
from clusterdesk.domain.chains.nace_list import NACE_LIST
from clusterdesk.domain.changes import Insert, deletion
from clusterdesk.domain.commands.archive import ImportArchive
from clusterdesk.domain.field_rules import FieldRule
from clusterdesk.domain.fields import FieldSpec, Kind
from clusterdesk.domain.partial_date import PartialDate
from clusterdesk.domain.record_types import RECORD_TYPES, RecordType
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.domain.records.sessions import Session
from clusterdesk.domain.set_members import set_member_id
from clusterdesk.exchange.archive.load import import_archive
from clusterdesk.exchange.archive.save import export_archive
from clusterdesk.services import undo
from clusterdesk.services.binders import create_binder
from clusterdesk.store.integrity import check_store
from tests.exchange.archives import write_lines

_MOST_BYTES = 9  # of a character as it is stored: three where it is taken apart, of three bytes each
TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=30)
DATES = st.dates(date(2000, 1, 1), date(2040, 12, 31))
PARTIALS = DATES.flatmap(lambda day: st.sampled_from([4, 7, 10]).map(lambda size: PartialDate(day.isoformat()[:size])))
VALUES: dict[Kind, st.SearchStrategy[Any]] = {
    Kind.TEXT: TEXTS,
    Kind.NOTE: TEXTS,
    Kind.INTEGER: st.integers(-(2**62), 2**62),
    Kind.BOOLEAN: st.booleans(),
    Kind.DATE: DATES,
    Kind.DECIMAL: st.decimals(0, 10**9, allow_nan=False, places=2),
    Kind.PARTIAL_DATE: PARTIALS,
    Kind.TIME: st.times().map(lambda moment: time(moment.hour, moment.minute)),
    Kind.TEXTS: st.lists(TEXTS, max_size=3).map(tuple),
}
# What the rules of these fields allow.
RULED: dict[FieldRule, st.SearchStrategy[Any]] = {
    field_rules.FTE: st.integers(0, 4000).map(lambda steps: Decimal(steps) / 20),
    field_rules.SHARE: st.decimals(0, 1, places=2),
    field_rules.RATE: st.decimals(0, 100, places=2),
    field_rules.GROWTH: st.decimals(-100, 1000, places=2),
    field_rules.SCORE: st.integers(0, 5),
    field_rules.LEVEL: st.integers(0, 10),
    field_rules.PERSONS: st.integers(0, 5000),
    field_rules.MONTHS: st.integers(0, 120),
    field_rules.CURRENCY: st.sampled_from(["EUR", "CHF"]),
    field_rules.COUNTRY: st.sampled_from(["NL", "MA", "US"]),
    field_rules.OPTIONAL_COUNTRY: st.sampled_from(["", "DE"]),
    field_rules.DAYS: st.integers(0, 3650),
    field_rules.YEAR: st.integers(1990, 2100),
    field_rules.MONTH: st.integers(1, 12),
    field_rules.VERSION: st.integers(1, 100),
    NACE_LIST: st.sampled_from(["", "31, 16.23"]),
    field_rules.COUNT: st.integers(0, 10_000),
    field_rules.RATING: st.integers(1, 5),
    field_rules.PERIOD: st.sampled_from(["2026-10", "2025-Q3", "1999"]),
    field_rules.OPTIONAL_PERIOD: st.sampled_from(["", "2026-10"]),
}
NAMED = {
    ("organisation", "name"),
    ("project", "title"),
    ("theme", "title"),
    ("working_group", "name"),
    ("meeting_decision", "text"),
    ("plan_item", "text"),
    ("exchange", "text"),
    ("prospect", "name"),
    ("programme_event", "title"),
    ("tag", "name"),
    ("action", "text"),
    ("profile", "name"),
    ("saved_filter", "name"),
}
CONTENT = b"Un contrat."
Draw = Callable[[st.SearchStrategy[Any]], Any]


def _value(draw: Draw, kind: RecordType, spec: FieldSpec, made: dict[str, list[UUID]]) -> Any:
    if spec.refers_to is not None:
        targets = made.get(spec.refers_to, [])
        if spec.optional and (not targets or draw(st.booleans())):
            return None
        return draw(st.sampled_from(targets))
    if spec.optional and draw(st.booleans()):
        return None
    if spec.name in {"enterprise_number", "establishment_number"}:
        return None
    if (kind.key, spec.name) in NAMED:
        return "n" + draw(TEXTS)
    if spec.choices is not None:
        return draw(st.sampled_from(list(spec.choices)))
    if spec.rule in RULED:
        return draw(RULED[spec.rule])
    if spec.limit < len("language"):  # a code
        return draw(st.sampled_from(["", "fr"]))
    if spec.kind is Kind.TEXT:
        return draw(TEXTS)[: spec.limit // _MOST_BYTES]
    return draw(VALUES[spec.kind])


def _record(draw: Draw, kind: RecordType, made: dict[str, list[UUID]], binder: UUID) -> Record | None:
    if kind.key == "record_tag" and not made.get("organisation"):
        return None
    if any(not spec.optional and not made.get(spec.refers_to or "") for spec in kind.references):
        return None
    values = {
        spec.name: _value(draw, kind, spec, made)
        for spec in kind.fields.values()
        if spec.name not in {"id", "deleted", "recorded_on", "record_type", "record_id", "external_id"}
    }
    values["external_id"] = foreign = draw(st.none() | TEXTS.map(lambda text: f"f{text}"))
    if kind.key == "record_tag":
        values |= {"record_type": "organisation", "record_id": draw(st.sampled_from(made["organisation"]))}
    if kind.key == "document":
        values |= {"sha256": hashlib.sha256(CONTENT).hexdigest(), "size": len(CONTENT)}
    if kind.member_of_set:
        return kind.cls(**values, id=set_member_id(kind.key, values))
    if foreign is not None and draw(st.booleans()):
        return kind.cls(**values, id=derived_id(binder, kind.key, foreign))
    return kind.cls(**values)


# Shrinking would open hundreds of binders; the printed draws tell enough.
@settings(
    max_examples=12,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(st.data())
def test_any_records_come_back_byte_for_byte(data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        first = create_binder(root / "first")
        made: dict[str, list[UUID]] = {}
        records: dict[UUID, Record] = {}
        for kind in RECORD_TYPES.values():
            for _ in range(data.draw(st.integers(0, 2))):
                record = _record(data.draw, kind, made, first.binder_id)
                if record is not None and record.id not in records:
                    records[record.id] = record
                    made.setdefault(kind.key, []).append(record.id)
        first.documents.add(CONTENT)
        first.apply(ImportArchive(file=""), [Insert(record) for record in records.values()])
        export_archive(first, root / "first.zip")
        second = create_binder(root / "second")
        plan = import_archive(second, root / "first.zip").output
        assert [str(problem) for row in plan.refused for problem in row.problems] == []
        export_archive(second, root / "second.zip")
        assert (root / "second.zip").read_bytes() == (root / "first.zip").read_bytes()
        assert import_archive(first, root / "first.zip").changes.operation_id is None
        first.close()
        second.close()


def test_texts_from_before_they_were_cleaned_go_out_as_they_come_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = create_binder(tmp_path / "old")
    foreign = "crm\t7"
    odd = Organisation(
        id=derived_id(old.binder_id, "organisation", foreign),
        external_id=foreign,
        name="Deux\nLignes\u202e",
        notes="Un\x07\nDeux",
        languages=("f\x00r",),
    )
    with monkeypatch.context() as before:
        before.setattr("clusterdesk.store.journal.checks.clean_value", lambda _spec, value: value)
        old.apply(ImportArchive(file=""), [Insert(odd)])
    assert old.get(Organisation, odd.id).name == "Deux\nLignes\u202e"
    assert check_store(old).ok
    export_archive(old, tmp_path / "first.jsonl")
    new = create_binder(tmp_path / "new")
    plan = import_archive(new, tmp_path / "first.jsonl").output
    assert plan.refused == ()
    assert new.get(Organisation, odd.id).name == "Deux Lignes"
    export_archive(new, tmp_path / "second.jsonl")
    assert (tmp_path / "second.jsonl").read_bytes() == (tmp_path / "first.jsonl").read_bytes()
    undo.undo(old)
    undo.redo(old)
    assert check_store(old).ok
    old.close()
    new.close()


def test_foreign_ids_are_exported_as_they_came(tmp_path: Path) -> None:
    lines = [
        {"type": "organisation", "id": "crm 7/é", "name": "Atelier"},
        {"type": "session", "id": "visite", "organisation": "crm 7/é", "on": "2026-01-12"},
    ]
    store = create_binder(tmp_path / "binder")
    import_archive(store, write_lines(tmp_path / "in.jsonl", *lines))
    export_archive(store, tmp_path / "out.jsonl")
    out = (tmp_path / "out.jsonl").read_text(encoding="utf-8")
    assert '{"type":"organisation","id":"crm 7/é","name":"Atelier"' in out
    assert '{"type":"session","id":"visite","recorded_on":' in out
    assert '"organisation_id":"crm 7/é"' in out
    other = create_binder(tmp_path / "other")
    import_archive(other, tmp_path / "out.jsonl")
    export_archive(other, tmp_path / "again.jsonl")
    assert (tmp_path / "again.jsonl").read_bytes() == (tmp_path / "out.jsonl").read_bytes()
    store.close()
    other.close()


def test_what_is_in_the_bin_is_left_out_and_leaves_no_loose_end(tmp_path: Path) -> None:
    store = create_binder(tmp_path / "binder")
    organisation, colleague = Organisation(name="Atelier"), Organisation(name="Parti")
    session = Session(organisation_id=organisation.id, on=date(2026, 1, 12))
    orphan = Session(organisation_id=colleague.id, on=date(2026, 1, 12))
    merged = Organisation(name="Double", merged_into=colleague.id, merged_on=date(2026, 1, 1))
    store.apply(ImportArchive(file=""), [Insert(one) for one in (organisation, colleague, session, orphan, merged)])
    store.apply(ImportArchive(file=""), [deletion("organisation", colleague.id)])
    summary = export_archive(store, tmp_path / "out.zip")
    assert summary.counts["organisation"] == 2
    assert summary.counts["session"] == 1
    other = create_binder(tmp_path / "other")
    assert import_archive(other, tmp_path / "out.zip").output.refused == ()
    store.close()
    other.close()
