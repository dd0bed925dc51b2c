"""Whatever the drive and the colleagues do: nothing there is replaced by us, and each export arrives once, whole."""

import errno
import shutil
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from clusterdesk.domain.outgoing.states import JobState
from clusterdesk.services import outbox
from clusterdesk.store.opening import open_store
from tests.sync.conftest import HandClock, Office, set_up_office

type Step = tuple[object, ...]

NAMES = ("Fiche.pdf", "fiche.PDF", "Fiche (2).pdf", "Élan.txt")
CONTENTS = (b"one", b"two", b"three" * 20)
FOLDERS = ("briefs", "Briefs/{year}", "")
FAULTS: tuple[Step, ...] = (
    *(("down", number) for number in (errno.EHOSTDOWN, errno.EIO, errno.ENOTCONN, errno.ESTALE)),
    *(("sync_error", number) for number in (errno.ENOTSUP, errno.EINVAL, errno.EIO)),
    *(("write_error", number) for number in (errno.EIO, errno.ENOSPC, errno.EDQUOT, errno.EHOSTDOWN)),
    *(("denied_moves", times) for times in (2, 12)),
    *(("half_reads", times) for times in (1, 2)),
    *(("hidden_listings", times) for times in (1, 3)),
    *(("torn_reads", times) for times in (1, 2)),
    ("intruders", 1),
    ("without", ("rename",)),
    ("without", ("rename", "link")),
    *(("room", size) for size in (0, 4, 1000)),
    ("away",),
)

export = st.tuples(st.just("export"), st.sampled_from(FOLDERS), st.sampled_from(NAMES), st.sampled_from(CONTENTS))
colleague = st.tuples(
    st.just("colleague"), st.sampled_from(("briefs", "")), st.sampled_from(NAMES), st.binary(max_size=5)
)
plain = st.sampled_from((("round",), ("minute",), ("hour",), ("away",), ("back",), ("reopen",)))
besides = st.lists(st.tuples(export, st.one_of(export, colleague, plain)), min_size=len(FAULTS), max_size=len(FAULTS))


class Desk:
    """An office, what was queued in it, and what lay on the drive whenever somebody looked."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self.away = office.share.with_name("away")
        self.queued: dict[str, bytes] = {}
        self.seen: dict[str, bytes] = {}
        self.theirs: set[str] = set()

    def do(self, step: Step) -> None:
        """Take a step, and look at the drive."""
        name, *values = step
        does: Callable[..., None] | None = getattr(self, f"do_{name}", None)
        if does is not None:
            does(*values)
        else:
            setattr(self.office.calls, str(name), values[0])
        self.look()

    def do_export(self, folder: str, name: str, content: bytes) -> None:
        self.queued[self.office.export(name, content, template=folder).id.hex] = content

    def do_colleague(self, folder: str, name: str, content: bytes) -> None:
        """A colleague puts a new file there: theirs are never to change."""
        path = self.office.share / folder / name
        if self.office.share.exists() and not path.exists():
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content)
            self.theirs.add(path.relative_to(self.office.share).as_posix())

    def do_round(self) -> None:
        self.office.round()

    def do_insist(self) -> None:
        self.office.round(insist=True)

    def do_minute(self) -> None:
        self.office.clock.move(minutes=1)

    def do_hour(self) -> None:
        self.office.clock.move(hours=1)

    def do_away(self) -> None:
        if self.office.share.exists():
            self.office.share.rename(self.away)

    def do_back(self) -> None:
        if self.away.exists():
            self.away.rename(self.office.share)

    def do_mended(self) -> None:
        calls = self.office.calls
        calls.down = calls.denied_moves = calls.sync_error = calls.write_error = 0
        calls.half_reads = calls.hidden_listings = calls.torn_reads = calls.intruders = 0
        calls.without, calls.room = (), None

    def do_reopen(self) -> None:
        """The program ends and starts again."""
        root = self.office.store.folder.root
        self.office.store.close()
        self.office.store = open_store(root, "this laptop", author="Claire Dubois", clock=self.office.clock)

    def look(self) -> None:
        """What was there once is there for good, as it was."""
        if not self.office.share.exists():
            return
        faster = {path.relative_to(self.office.share).as_posix(): b"faster" for path in self.office.calls.intruded}
        self.seen = {**self.seen, **faster}
        now = {name: content for name, content in self.office.files.items() if not name.endswith(".tmp")}
        assert {name: now.get(name) for name in self.seen} == self.seen
        self.seen = now

    def end(self) -> None:
        """Once the drive is well again, everything arrives, once, and no litter stays."""
        self.do_mended()
        self.do_back()
        for _ in range(6):
            self.do_round()
            self.do_hour()
            self.look()
        jobs = outbox.jobs(self.office.store)
        assert {job.state for job in jobs} <= {JobState.VERIFIED}
        ours = {job.arrived_as: self.queued[job.id.hex] for job in jobs}
        files = self.office.files
        intruded = {path.relative_to(self.office.share).as_posix() for path in self.office.calls.intruded}
        assert {name: files[name] for name in ours} == ours
        assert set(files) == set(ours) | self.theirs | intruded


@pytest.mark.slow
@given(st.permutations(FAULTS), besides)
@settings(
    max_examples=12,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # to shrink what takes seconds would take an hour
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)
def test_nothing_is_replaced_and_each_arrives_once(
    template_binder: Path, faults: list[Step], besides: list[tuple[Step, Step]]
) -> None:
    with TemporaryDirectory() as place:
        binder = Path(place, "binder")
        shutil.copytree(template_binder, binder)
        clock = HandClock()
        store = open_store(binder, "this laptop", author="Claire Dubois", clock=clock)
        desk = Desk(set_up_office(store, clock, Path(place)))
        try:
            for fault, (export, another) in zip(faults, besides, strict=True):
                for step in (fault, export, ("round",), ("insist",), another, ("mended",), ("back",)):
                    desk.do(step)
            desk.end()
        finally:
            desk.office.store.close()
