"""Making a binder beside the window."""

from dataclasses import dataclass
from pathlib import Path

from clusterdesk.gui.tasks import Progress

OWN_STEPS = "organisations visit sheet"
SAMPLE_STEPS = "record sheet mode"
_SAMPLE = "sample"


@dataclass(frozen=True, slots=True)
class NewBinder:
    """A job of the lane for files: make a binder of a name, or the sample; returns its folder.

    Raises:
        KnownError: the folder is not local or cannot be written.
    """

    name: str
    author: str
    sample: bool = False

    def __call__(self, progress: Progress) -> Path:
        """Make it; a sample that is there already is taken as it is."""
        from clusterdesk.config.paths import binders_dir
        from clusterdesk.exchange.sample import make_sample_binder
        from clusterdesk.services.binders import create_binder, free_folder, has_binder

        if self.sample:
            path = binders_dir() / _SAMPLE
            if not has_binder(path):
                make_sample_binder(path, self.author)
            return path
        path = free_folder(self.name)
        create_binder(path, author=self.author).close()
        return path
