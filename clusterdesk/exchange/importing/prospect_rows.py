"""Verdicts on the rows of a list of prospects: new, or an organisation or a prospect that is known already."""

from datetime import date
from typing import Any

from clusterdesk.base.marks import N_
from clusterdesk.domain.changes import Insert
from clusterdesk.domain.parsing.text import clipped
from clusterdesk.domain.records.chains import ChainLink
from clusterdesk.domain.records.prospects import Prospect
from clusterdesk.exchange.importing.known import Known
from clusterdesk.exchange.importing.settling import NOTHING_NEW, joined, refusal
from clusterdesk.exchange.importing.verdicts import Decision, LikelySame, RowPlan, Verdict
from clusterdesk.exchange.mapping.column_mapping import ColumnMapping
from clusterdesk.exchange.mapping.read_row import ReadRow
from clusterdesk.services.prospects import KnownProspects

_NO_LINK = N_("“{text}” is no link of a value chain of the binder.")
_NO_PROJECT = N_("“{text}” is no project of the binder, or several.")
_PLAIN = {
    "enterprise_number": "enterprise_number",
    "street": "street",
    "postcode": "postcode",
    "city": "city",
    "nace": "nace_code",
    "contact": "contact_name",
    "phone": "phone",
    "email": "mail",
}


class ProspectPlanner:
    """Decides row by row; prospects of earlier rows are known to those that follow."""

    def __init__(self, known: Known, mapping: ColumnMapping, _today: date) -> None:
        """Read what the binder knows."""
        self._known, self._mapping = known, mapping
        self._compared = KnownProspects(known.store)

    def plan(self, read: ReadRow) -> RowPlan:
        """Return the verdict on a row that could be read."""
        values = read.values
        name = str(values["name"])
        found: dict[str, Any] = {}
        if values.get("link"):
            found["chain_link_id"] = self._known.label(ChainLink, str(values["link"]))
            if found["chain_link_id"] is None:
                return self._refused(read, "link", "unknown_link", _NO_LINK, name)
        if values.get("project"):
            projects = self._known.projects(str(values["project"]))
            if len(projects) != 1:
                return self._refused(read, "project", "unknown_project", _NO_PROJECT, name)
            found["project_id"] = projects[0].id
        if values.get("manager"):
            found["profile_id"] = self._known.profile(str(values["manager"]))
        found |= {field: str(values[key]) for key, field in _PLAIN.items() if values.get(key)}
        kept = [f"{one.column}: {one.text}" if one.column else one.text for one in read.verbatim]
        remark = joined([*read.every("notes"), *kept])
        external = values.get("external_id")
        made = Prospect(name=name, external_id=external, source=self._known.source, remark=remark, **found)
        if self._known.foreign(Prospect, external) is not None:
            return RowPlan(read, Verdict.SKIPPED, name, reason=NOTHING_NEW)
        same = self._compared.known(made)
        if same is None:
            self._compared.add(made)
            return RowPlan(read, Verdict.NEW, name, (Insert(made),))
        kind = "prospect" if same.is_prospect else "organisation"
        likely = LikelySame(same.reason, same.name, same.record_id, record_type=kind)
        return RowPlan(read, Verdict.DUPLICATE, name, same=likely, choices={Decision.AS_NEW: (Insert(made),)})

    def _refused(self, read: ReadRow, field: str, code: str, message: str, name: str) -> RowPlan:
        text = clipped(str(read.values[field]))
        return refusal(read, self._mapping, field, code, message, name, text=text)
