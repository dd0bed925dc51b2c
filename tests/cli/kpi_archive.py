"""A scenario of counting written as an archive, the way a stranger would by docs/exchange-format.md.

A scenario has companies with dated sites, files with their first coaching action, events with the day they happened and
the day they were entered, head counts, referrals. ``Writing`` says in which of several ways it is put down.
"""

import json
import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

type Json = dict[str, Any]

_KINDS = {"break_even_confirmed": "break_even_reached", "break_even_lost": "break_even_lost"}
_CHAINS = {"bois": "wood", "vélo": "bike", "EEE": "eee"}


@dataclass(frozen=True, slots=True)
class Writing:
    """How an archive is written.

    ``sparing``: only events say since when they are known, places are records of their own, and projects that events
    name have no file. ``seed`` puts the lines in another order, ``prefix`` stands before every id and title.
    """

    sparing: bool = False
    seed: int | None = None
    prefix: str = ""


def write_scenario(path: Path, scenario: Mapping[str, Any], writing: Writing) -> Path:
    """Write the archive of a scenario."""
    lines = list(_Writer(scenario, writing).lines())
    if writing.seed is not None:
        random.Random(writing.seed).shuffle(lines)
    path.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in lines), encoding="utf-8")
    return path


class _Writer:
    def __init__(self, scenario: Mapping[str, Any], writing: Writing) -> None:
        self._scenario, self._writing = scenario, writing
        self._of: dict[str, str] = {}
        named = [one for one in scenario.get("events", ()) if one.get("project")]
        self._holders: dict[str, str | None] = {one["project"]: one.get("company") for one in named}

    def lines(self) -> Iterator[Json]:
        managers = {who for file in self._scenario["files"] for who in file.get("managers", ())}
        for who in sorted(managers):
            yield {"type": "profile", "id": self._id(who), "name": f"Collègue {who}"}
        for company in self._scenario["companies"]:
            yield from self._company(company)
        for number, file in enumerate(self._scenario["files"]):
            yield from self._file(number, file)
        yield from self._projects()
        for number, event in enumerate(self._scenario.get("events", ())):
            yield self._event(number, event)
        for company, on, fte, *entered in self._scenario.get("headcounts", ()):
            line = {"type": "headcount", "organisation": self._id(company), "on": on, "fte": fte}
            yield {**line, **({"recorded_on": entered[0]} if entered else self._since(on))}
        for number, referral in enumerate(self._scenario.get("referrals", ())):
            company, values = referral["company"], {k: v for k, v in referral.items() if k != "company"}
            yield {"type": "referral", "id": self._id(f"r{number}"), "organisation": self._id(company), **values}

    def _company(self, company: Json) -> Iterator[Json]:
        one = self._id(company["id"])
        line: Json = {"type": "organisation", "id": one, "name": f"{self._writing.prefix}Société {company['id']}"}
        sites = [dict(zip(("from_on", "postcode", "kind", "to_on"), site, strict=False)) for site in company["sites"]]
        places = [self._place(site) for site in sites]
        if self._writing.sparing:
            yield line
            yield from ({"organisation": one, **place} for place in places)
        else:
            for key, kind in (("addresses", "address"), ("establishments", "establishment")):
                line[key] = [
                    {name: value for name, value in place.items() if name != "type"} | self._since(place["from_on"])
                    for place in places
                    if place["type"] == kind
                ]
            yield line
        for situation, day in company.get("statuses", ()):
            status = {"type": "organisation_status", "organisation": one, "situation": situation, "from_on": day}
            yield {**status, **self._since(day)}
        if company.get("merged_into"):
            merge = {
                "type": "merge",
                "kept": self._id(company["merged_into"]),
                "merged": one,
                "on": company["merged_on"],
            }
            yield {**merge, **({"cleared_on": company["cleared_on"]} if company.get("cleared_on") else {})}

    @staticmethod
    def _place(site: Json) -> Json:
        kind = {"type": "address", "kind": "seat"} if site["kind"] == "siege" else {"type": "establishment"}
        return {**kind, **{name: value for name, value in site.items() if name != "kind" and value is not None}}

    def _file(self, number: int, file: Json) -> Iterator[Json]:
        company, key = file["company"], self._id(f"f{number}")
        project = file.get("project") or self._project_of(company, number)
        self._holders.setdefault(project, company)
        since = self._since(file["opened"])
        line = {"type": "coaching_file", "id": key, "project": self._id(project), "opened_on": file["opened"], **since}
        if file.get("closed"):
            line["closed_on"] = file["closed"]
        line["managers"] = [{"profile": self._id(who), "from_on": file["opened"]} for who in file.get("managers", ())]
        yield line
        sessions = file.get("sessions")
        if sessions is None:
            sessions = [{"on": file["first_action"]}] if file.get("first_action") else []
        for nth, session in enumerate(sessions):
            usual = {"kind": "visit", "state": "held", "notes": "Vu l’atelier."}
            own = {"type": "session", "id": self._id(f"f{number}s{nth}"), "coaching_file": key}
            yield {**own, "organisation": self._id(company), **usual, **self._since(session["on"]), **session}

    def _project_of(self, company: str, number: int) -> str:
        """Return the project of a file: the first that the events of its company name, unless written sparingly."""
        named = [one for one, holder in self._holders.items() if holder == company]
        if named and not self._writing.sparing:
            return named[0]
        self._of.setdefault(company, f"dossier-{company}")
        return self._of[company]

    def _projects(self) -> Iterator[Json]:
        described = {one["project"]: one for one in self._scenario.get("events", ()) if one.get("project")}
        for project, holder in self._holders.items():
            about = described.get(project, {})
            line: Json = {
                "type": "project",
                "id": self._id(project),
                "title": f"{self._writing.prefix}Projet {project}",
            }
            if holder is not None:
                line["organisation"] = self._id(holder)
            if "partners" in about:
                line |= {
                    "kind": "production",
                    "partners": [{"organisation": self._id(one)} for one in about["partners"]],
                }
            if "chain" in about:
                line["value_chains"] = [_CHAINS.get(about["chain"], about["chain"])] if about["chain"] else []
            yield line

    def _event(self, number: int, event: Json) -> Json:
        kind = _KINDS.get(event["type"], event["type"])
        line = {"type": "result_event", "id": self._id(f"e{number}"), "kind": kind, "on": event["on"]}
        line["recorded_on"] = event.get("entered_on", event["on"])
        if event.get("company"):
            line["organisation"] = self._id(event["company"])
        if event.get("project"):
            line["project"] = self._id(event["project"])
        more = ("revoked_on", "validated_by", "validated_on", "confirmed_by")
        return {**line, **{name: event[name] for name in more if name in event}}

    def _since(self, day: str) -> Json:
        return {} if self._writing.sparing else {"recorded_on": day}

    def _id(self, name: str) -> str:
        return f"{self._writing.prefix}{name}"
