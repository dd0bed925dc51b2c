"""What the worker's thread does with a binder at first: open it, bring texts back. The store comes in late."""

from pathlib import Path
from typing import TYPE_CHECKING

from clusterdesk.config.settings import Settings
from clusterdesk.gui import quick_start
from clusterdesk.gui.preferences import Preferences

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk


class Opener:
    """Opens a binder in the worker's thread; a folder without one gets a new one."""

    def __init__(self, binder: Path, settings: Settings) -> None:
        """Remember what to open."""
        self._binder, self._settings = binder, settings
        self.recovered = 0

    def __call__(self) -> "Desk":
        """Open; texts typed before a crash are brought back before anything is shown.

        Raises:
            KnownError: open in another window, newer, not local, or damaged.
        """
        with quick_start.code_kept("binder"):
            from clusterdesk.bootstrap import start_desk
            from clusterdesk.services.binders import create_binder

        if not (self._binder / "binder.db").exists():
            create_binder(self._binder, author=self._settings.profile_name).close()
        desk, self.recovered = start_desk(self._binder, self._settings)
        return desk

    def remember(self, preferences: Preferences) -> None:
        """Keep which binder was opened, for the next start and for the list of binders."""
        from clusterdesk.services.binders import with_recent

        preferences.set("recent_binders", with_recent(preferences.current, self._binder))
        preferences.set("last_binder", str(self._binder))
