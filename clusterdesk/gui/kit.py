"""What every widget is made with: one frozen bundle, handed down, never global."""

from dataclasses import dataclass

from clusterdesk.base.clock import Clock
from clusterdesk.gui.icons import Icons
from clusterdesk.gui.theme import Theme
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator


@dataclass(frozen=True, slots=True)
class Kit:
    """Language, formats, look and clock for widgets.

    ``t`` translates, ``formats`` writes dates and amounts, ``theme`` and ``icons`` give the look.
    """

    t: Translator
    formats: Formats
    theme: Theme
    icons: Icons
    clock: Clock
