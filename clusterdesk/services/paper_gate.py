"""The gate: nothing about difficulties leaves before somebody has read exactly what would leave."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from uuid import UUID

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.config.settings import LANGUAGES
from clusterdesk.domain.changes import Change, Insert, OpResult
from clusterdesk.domain.commands.difficulty_papers import PaperWanted, ReadDifficultyPaper
from clusterdesk.domain.difficulties import states
from clusterdesk.domain.difficulties.reading import chosen_text
from clusterdesk.domain.parsing.text import one_line
from clusterdesk.domain.records.difficulties import Difficulty, DifficultyAct, DifficultyStep
from clusterdesk.domain.views.difficulty_papers import DifficultyPaper, Naming, ReadPaper
from clusterdesk.services.difficulty_papers import difficulty_paper
from clusterdesk.services.paper_choices import chosen_words
from clusterdesk.store.desk_store import Store


def read_paper(store: Store, cmd: ReadDifficultyPaper) -> OpResult[ReadPaper]:
    """Note that a person has read a paper and lets it leave; each difficulty it tells of keeps the sum.

    Raises:
        KnownError: it is another paper by now than the one that was shown, or nobody says who read it.
    """
    by = one_line(cmd.by) or store.author
    if not by:
        raise KnownError(
            "reader_needed", N_("A paper is read by somebody."), advice=N_("Give your name in the settings first.")
        )
    paper = difficulty_paper(store, cmd.wanted, author="")
    if paper.sha256 != cmd.sha256:
        raise KnownError(
            "paper_changed",
            N_("What you read is no longer what would leave: something was changed meanwhile."),
            advice=N_("Look at the preview again; what is new is read before it leaves."),
        )
    today = store.clock.today()
    chosen = cmd.wanted.chosen
    if chosen is None:
        chosen = chosen_words(store, [one.id for one in paper.difficulties])
    changes: list[Change] = []
    for one in paper.difficulties:
        difficulty = store.get(Difficulty, one.id)
        step = states.step_of(
            difficulty, DifficultyAct.PREVIEWED, today, by, remark=chosen_text(chosen), sha256=paper.sha256
        )
        changes.append(Insert(step))
    title = store.get(Difficulty, paper.difficulties[0].id).title
    done = store.apply(replace(cmd, title=title), changes)
    return OpResult(ReadPaper(paper, by, today), done)


def through_gate(store: Store, paper: DifficultyPaper) -> ReadPaper:
    """Return a paper that may leave: what stays in the team always, all else only where somebody read exactly this.

    Raises:
        KnownError: nobody read it, or it was changed since.
    """
    if not paper.naming.leaves:
        return ReadPaper(paper)
    last: DifficultyStep | None = None
    seen = True
    for one in paper.difficulties:
        steps = store.find(DifficultyStep, difficulty_id=one.id, act=DifficultyAct.PREVIEWED, revoked_on=None)
        steps.sort(key=lambda step: step.id)
        matching = [step for step in steps if step.sha256 == paper.sha256]
        seen = seen and bool(matching)
        last = max((step for step in (last, *(matching or steps)) if step is not None), key=_id, default=None)
    if seen and last is not None:
        return ReadPaper(paper, last.by, last.on)
    if last is None:
        raise KnownError(
            "paper_unread",
            N_("Nobody has read yet what would leave."),
            advice=N_("Open the preview, read it to the end and say that it may leave; then save it."),
        )
    raise KnownError(
        "paper_stale",
        N_("{name} read a preview on {day}, but not this text: it is another paper, or it was changed since."),
        advice=N_("Read the preview as it is now and say that it may leave; then save it."),
        name=last.by,
        day=last.on,
    )


def check_note_read(store: Store, difficulty: Difficulty) -> None:
    """Refuse to call a difficulty sent where nobody has read, as it is now, a note of it or a roll-up that tells of it.

    Any language and any edition that leaves will do.

    Raises:
        KnownError: nobody read one, or it was changed since.
    """
    steps = store.find(DifficultyStep, difficulty_id=difficulty.id, act=DifficultyAct.PREVIEWED, revoked_on=None)
    for step in sorted(steps, key=_id, reverse=True):
        if any(paper.sha256 == step.sha256 for paper in _papers_as_now(store, step)):
            return
    last = max(steps, key=_id, default=None)
    if last is None:
        raise KnownError(
            "paper_unread",
            N_("Nobody has read the note of “{name}” before it left."),
            advice=N_(
                "Open the note, read it to the end and say that it may leave; then note that it was sent. If no note"
                " left with it, say so."
            ),
            name=difficulty.title,
        )
    raise KnownError(
        "paper_stale",
        N_("{reader} read the note of “{name}” on {day}, but it was changed since."),
        advice=N_(
            "Read the note as it is now and say that it may leave; then note that it was sent. If no note left with"
            " it, say so."
        ),
        reader=last.by,
        name=difficulty.title,
        day=last.on,
    )


def _papers_as_now(store: Store, step: DifficultyStep) -> Iterator[DifficultyPaper]:
    """Yield what a reading may have been of: the note, and the roll-up of all that were read with it, made anew."""
    together = store.find(DifficultyStep, act=DifficultyAct.PREVIEWED, sha256=step.sha256, revoked_on=None)
    # They were written in the order of the paper, so that it is made in the same order again.
    ids = tuple(dict.fromkeys(one.difficulty_id for one in sorted(together, key=_id)))
    for roll_up in (False, True) if len(ids) == 1 else (True,):
        for naming in (one for one in Naming if one.leaves):
            for language in LANGUAGES:
                wanted = PaperWanted(difficulty_ids=ids, language=language, roll_up=roll_up, naming=naming)
                with suppress(KnownError):
                    yield difficulty_paper(store, wanted, author="")


def _id(step: DifficultyStep) -> UUID:
    return step.id
