"""No sentence that is internal or restricted stands in what is made to leave: every export there is, walked at once."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from clusterdesk.cli.brief_jobs import KINDS
from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.domain.records.base import Visibility
from clusterdesk.exchange.sample import make_sample_binder
from clusterdesk.services.binders import open_binder
from tests.cli.conftest import Done, Run, run_bare
from tests.leaving.planting import Planted, plant
from tests.leaving.walking import text_of

pytestmark = pytest.mark.slow

__all__ = ["run_bare"]
PRINTED = 5  # organisations whose sheets and reports are drawn: all take long
SHAREABLE = ("--edition", "shareable")
# What is printed of organisations, one by one; the others are of a day, or have their own walk below.
# What each kind of page is printed of; of a whole day, week or year it needs nothing, some have their own walk below.
SUBJECTS = {
    **dict.fromkeys(("visit", "report", "breakeven", "attestation", "diagnostic", "member"), "organisation"),
    "dossier": "vision_dossier",
    "badges": "programme_event",
    "event-minutes": "programme_event",
    **dict.fromkeys(("minutes", "signin"), "meeting"),
    **dict.fromkeys(
        ("day", "week", "statistics", "year-plan", "year-plan-a3", "referral", "difficulty", "difficulties", "board"),
        "",
    ),
}
# Why a page cannot be printed: there is nothing of the kind yet, or it may not leave.
REFUSALS = frozenset(
    {
        "no_ledger",
        "attestation_unknown",
        "no_diagnostic",
        "diagnostic_not_shareable",
        "dossier_not_shareable",
        "meeting_not_shareable",
        "event_not_shareable",
        "member_not_citable",
        "nobody_registered",
        "wrong_use",  # of several coaching files, an attestation wants to know which
    }
)


@pytest.fixture
def planted(tmp_path: Path) -> Planted:
    """Return what was planted in a binder with the sample."""
    make_sample_binder(tmp_path / "binder", "Claire Delvaux")
    with closing(open_binder(tmp_path / "binder", author="Claire Delvaux")) as store:
        return plant(store)


class Walk:
    """Runs the commands that make something leave, each into a folder of its own."""

    def __init__(self, run: Run, folder: Path) -> None:
        self.run, self.folder, self._count = run, folder, 0

    def out(self, *, suffix: str = "/") -> str:
        self._count += 1
        return f"{self.folder / f'{self._count:03}'}{suffix}"

    def made(self, *command: str, refusals: Iterable[str] = ()) -> Done | None:
        """Run a command that is to succeed, unless it is refused for one of these reasons."""
        done = self.run(*command, "--json")
        if done.code != 0:
            assert done.error["code"] in set(refusals), (command, done.err)
            return None
        return done

    def items(self, key: str) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.run(key, "list", "--limit", "1000", "--json").json["items"]
        return found

    def ids(self, key: str, **equals: Any) -> list[str]:
        return [one["id"] for one in self.items(key) if all(one[name] == value for name, value in equals.items())]


def printed(walk: Walk) -> None:
    """Print every kind of page of every organisation, the days and the week."""
    for kind in ("visit", "report"):
        walk.made("brief", kind, *walk.ids("organisation")[:PRINTED], *SHAREABLE, "--output", walk.out())
    report = ("brief", "report", walk.ids("organisation")[0])
    walk.made(*report, *SHAREABLE, "--output", walk.out(suffix=".docx"))
    for kind, key in SUBJECTS.items():
        for one in walk.ids(key)[: 2 * PRINTED] if key and kind not in ("visit", "report") else ():
            walk.made("brief", kind, one, *SHAREABLE, "--output", walk.out(), refusals=REFUSALS)
    walk.made("brief", "day", *SHAREABLE, "--sheets", "--output", walk.out())
    for kind in ("week", "statistics", "year-plan", "year-plan-a3"):
        walk.made("brief", kind, *SHAREABLE, "--output", walk.out())
    for edition in ("advisory", "direction"):
        walk.made("brief", "board", "--edition", edition, "--output", walk.out())
        walk.made("brief", "board", "--edition", edition, "--as-of", "2026-11-23", "--output", walk.out())


def listed(walk: Walk) -> None:
    """Write the lists, the open export and the calendar, and put them into the outbox."""
    walk.made("export", "workbook", walk.out(suffix=".xlsx"), *SHAREABLE, "--send")
    walk.made("export", "csv", walk.out(), *SHAREABLE, "--send")
    walk.made("export", "open", walk.out(), "--send")
    walk.made("export", "open", walk.out(), "--personal")
    walk.made("export", "calendar", walk.out(suffix=".ics"), "--from", "2020-01-01", "--send")


def sent_up(walk: Walk) -> None:
    """Read and save the papers of difficulties in both editions that leave, and write the mails about answers."""
    shown = walk.ids("difficulty", visibility="shareable")
    assert shown
    for edition in ("anonymous", "agreed"):
        for words in (*(("paper", one) for one in shown[:2]), ("roll-up",)):
            paper = ("difficulty", *words, "--edition", edition)
            sha256 = walk.run(*paper, "--json").json["sha256"]
            walk.made(*paper, "--read", sha256, "--by", "Claire")
            for suffix in (".pdf", ".docx"):
                walk.made(*paper, "--save", walk.out(suffix=suffix))
            walk.made(*paper, "--send")
    for one in shown:
        walk.made("difficulty", "tell", one, "--drafts", walk.out(), refusals=["feedback_early", "difficulty_told"])


def handed_over(walk: Walk) -> None:
    """Make the parcels of orientations as folder, mail and export, their forms and letters."""
    no_parcel = ["parcel_consent", "parcel_refused"]
    ours: list[dict[str, Any]] = []
    planted: list[dict[str, Any]] = []
    for one in walk.items("referral"):
        (ours if one["token"] else planted).append(one)
    for one in ours:
        where = ("--output", walk.out())
        if walk.made("referral", "parcel", one["id"], *where, refusals=no_parcel) is None:
            continue
        walk.made("referral", "parcel", one["id"], "--output", walk.out(suffix=".eml"))
        walk.made("referral", "parcel", one["id"], "--send")
        walk.made("referral", "form", one["id"], "--output", walk.out(suffix=".html"))
        for letter in ("chase", "tell"):
            walk.made("referral", letter, one["id"], "--draft", walk.out(), "--only-draft")
    # What the company agreed to leaves with its own parcel; what is restricted has none, whatever was agreed to.
    restricted = next(one["id"] for one in planted if one["visibility"] == "restricted" and one["consent_on"])
    command = ("referral", "parcel", restricted, "--output", walk.out())
    assert walk.made(*command, refusals=["parcel_restricted", "parcel_refused"]) is None


def figured(walk: Walk) -> None:
    """Write the figures of each ledger, and ask for them."""
    for ledger in walk.ids("ledger")[:6]:
        for suffix in (".xlsx", ".csv"):
            walk.made("figures", "export", "--ledger", ledger, *SHAREABLE, walk.out(suffix=suffix))
        walk.made("figures", "request", ledger, "--output", walk.out(), refusals=["nothing_missing"])


def invited(walk: Walk) -> None:
    """Write the invitations to each event, in every language spoken; those that may not leave are refused."""
    written = 0
    for one in walk.items("programme_event"):
        command = ("programme-event", "invite", one["id"], "--drafts", walk.out())
        done = walk.made(*command, refusals=["event_not_shareable"])
        assert done is None or one["visibility"] == "shareable" or not done.json["drafts"]
        written += len(done.json["drafts"]) if done is not None else 0
    assert written, "the sample has an event and people who may be written to"


WALKS: tuple[Callable[[Walk], None], ...] = (printed, listed, sent_up, handed_over, figured, invited)


def files_in(*folders: Path) -> Iterator[Path]:
    for folder in folders:
        yield from (path for path in sorted(folder.rglob("*")) if path.is_file())


def test_no_planted_sentence_stands_in_what_is_made_to_leave(
    planted: Planted, run_bare: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    marked = {key for key, kind in RECORD_TYPES.items() if any("visibility" in name for name in kind.fields)}
    assert marked <= planted.types, "each type that may be secret is planted"
    assert set(KINDS) == set(SUBJECTS), "each kind of page is printed: of what is the new one?"
    monkeypatch.setenv("CLUSTERDESK_BINDER", str(tmp_path / "binder"))
    walk = Walk(run_bare, tmp_path / "out")
    for each in WALKS:
        each(walk)
    told = {path: text_of(path) for path in files_in(tmp_path / "out", tmp_path / "binder" / "outbox")}
    assert {path.suffix for path in told} >= {".pdf", ".docx", ".xlsx", ".csv", ".eml", ".ics", ".html"}
    leaks = {str(path.relative_to(tmp_path)): found for path, text in told.items() if (found := planted.found(text))}
    assert leaks == {}
    _inside(planted, walk, tmp_path)


def _inside(planted: Planted, walk: Walk, folder: Path) -> None:
    """See that the search would find them, and that what is restricted is in no edition that stays inside either."""
    inside = folder / "inside"
    walk.made("export", "csv", str(inside / "csv"))
    for key in ("organisation", "hub_team", "referral", "difficulty", "session_note", "document", "prospect"):
        walk.made(key, "list", "--limit", "1000", "--save", str(inside / f"{key}.csv"))
    for kind in ("visit", "report"):
        shown = walk.ids("organisation")[:PRINTED]
        walk.made("brief", kind, *shown, "--edition", "internal", "--output", f"{inside / kind}/")
    text = "\n".join(text_of(path) for path in files_in(inside))
    assert planted.found(text, Visibility.RESTRICTED) == set()
    seen = {place.partition(".")[0] for place in planted.found(text, Visibility.INTERNAL)}
    assert seen >= planted.types - {"organisation"}, "the search finds each of them where they may stand"
