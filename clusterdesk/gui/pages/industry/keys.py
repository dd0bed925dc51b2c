"""The keys that answer questions: letters of all three languages work, the sheet of keys shows the window's own."""

from collections.abc import Mapping

from PySide6.QtCore import Qt

from clusterdesk.base.marks import N_
from clusterdesk.domain.records.industrialisation import MrlReply
from clusterdesk.gui import routes
from clusterdesk.gui.shortcuts import Scope, Shortcut

REPLY_KEYS: Mapping[int, MrlReply] = {
    int(Qt.Key.Key_Y): MrlReply.YES,
    int(Qt.Key.Key_O): MrlReply.YES,
    int(Qt.Key.Key_J): MrlReply.YES,
    int(Qt.Key.Key_N): MrlReply.NO,
    int(Qt.Key.Key_Delete): MrlReply.UNKNOWN,
    int(Qt.Key.Key_Backspace): MrlReply.UNKNOWN,
    int(Qt.Key.Key_X): MrlReply.NOT_APPLICABLE,
}
_YES = {"fr": "O", "nl": "J", "en": "Y"}


def reply_shortcuts(language: str) -> tuple[Shortcut, ...]:
    """Return the keys for the sheet of keys; each question handles them itself."""
    group, place = N_("Questions in the workshop"), routes.INDUSTRY
    yes = (_YES[language], *(letter for letter in _YES.values() if letter != _YES[language]))
    return (
        Shortcut("industry-yes", N_("Answer yes, go to the next question"), yes, group, Scope.FIELD, place),
        Shortcut("industry-no", N_("Answer no, go to the next question"), ("N",), group, Scope.FIELD, place),
        Shortcut("industry-na", N_("It does not apply (circular questions)"), ("X",), group, Scope.FIELD, place),
        Shortcut("industry-unknown", N_("Not known yet"), ("Del",), group, Scope.FIELD, place),
    )
