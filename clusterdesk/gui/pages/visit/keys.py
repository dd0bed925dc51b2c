"""The keys of visit mode."""

from clusterdesk.base.marks import N_
from clusterdesk.gui import routes
from clusterdesk.gui.shortcuts import Scope, Shortcut, digit_keys

_GROUP = N_("Visit mode")
MOST_QUESTIONS = 6


def _key(name: str, label: str, *keys: str) -> Shortcut:
    return Shortcut(f"visit-{name}", label, keys, _GROUP, Scope.PAGE, routes.VISIT)


FINISH = _key("finish", N_("Look at what was caught, then confirm"), "Ctrl+Return")
LEAVE = _key("leave", N_("Back to the window; nothing is lost"), "Escape")
PROMISE = _key("promise", N_("Write a promise down"), "Ctrl+Shift+A")
DECISION = _key("decision", N_("Write a decision down"), "Ctrl+Shift+D")
FIGURES = _key("figures", N_("To the figures of the period"), "Ctrl+Shift+E")
CLOSE_FIGURES = _key("close-figures", N_("Close the period, or open it again"), "Ctrl+L")
NEXT = _key("next", N_("Next question"), "Alt+Down")
_LABELS = (
    N_("Question 1"),
    N_("Question 2"),
    N_("Question 3"),
    N_("Question 4"),
    N_("Question 5"),
    N_("Question 6"),
)
QUESTIONS = tuple(
    _key(f"question-{number}", label, *digit_keys("Alt", number)) for number, label in enumerate(_LABELS, start=1)
)
ALL = (FINISH, LEAVE, PROMISE, DECISION, FIGURES, CLOSE_FIGURES, NEXT, *QUESTIONS)
