"""The moves of a difficulty in words: on their button, what they mean, what has to be said with them."""

from collections.abc import Mapping
from dataclasses import dataclass

from clusterdesk.base.marks import N_
from clusterdesk.domain.records.difficulties import DifficultyAct


@dataclass(frozen=True, slots=True)
class MoveWords:
    """A move in words: on its button, what it means, what has to be said with it (and whether it has to)."""

    button: str
    means: str
    heading: str
    caption: str
    wanted: bool = False
    toast: str = ""


MOVE_WORDS: Mapping[DifficultyAct, MoveWords] = {
    DifficultyAct.APPROVED: MoveWords(
        N_("Approve…"),
        N_("The director agrees that it leaves as it stands; its words are locked from then on."),
        N_("Approve it"),
        N_("Remark"),
        toast=N_("Approved: {title}"),
    ),
    DifficultyAct.SENT_BACK: MoveWords(
        N_("Send back for changes…"),
        N_("It is a draft again, with what is to be changed."),
        N_("Send it back for changes"),
        N_("What is to be changed?"),
        wanted=True,
        toast=N_("Sent back for changes: {title}"),
    ),
    DifficultyAct.SENT: MoveWords(
        N_("It was sent…"),
        N_("To whom, and when: the delay of the answer counts from that day."),
        N_("Note that it was sent"),
        N_("Remark"),
        toast=N_("Sent: {title}"),
    ),
    DifficultyAct.ANSWERED: MoveWords(
        N_("Note the answer…"),
        N_("What was answered, also where it is a no."),
        N_("Note the answer"),
        N_("What was answered?"),
        wanted=True,
        toast=N_("Answer noted: {title}"),
    ),
    DifficultyAct.FED_BACK: MoveWords(
        N_("Tell the organisations…"),
        N_("Those who told of it hear what was answered; with the last of them it moves on."),
        N_("Tell the organisations"),
        N_("Remark"),
        toast=N_("Told to the organisations: {title}"),
    ),
    DifficultyAct.CLOSED: MoveWords(
        N_("Close it…"),
        N_("With what came of it, be it nothing."),
        N_("Close it with its result"),
        N_("What came of the difficulty?"),
        wanted=True,
        toast=N_("Closed: {title}"),
    ),
    DifficultyAct.REOPENED: MoveWords(
        N_("Take it up again…"),
        N_("It becomes a draft, to be approved and sent anew; all that happened stays below."),
        N_("Take it up again"),
        N_("Why is it taken up again?"),
        wanted=True,
        toast=N_("Taken up again: {title}"),
    ),
}
