"""A folder as the place that files are brought to: a share, or one that a cloud service copies."""

import hashlib
import re
import secrets
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath

from clusterdesk.domain.outgoing.states import Trouble
from clusterdesk.sync.disk_calls import DiskCalls, is_file, is_folder
from clusterdesk.sync.os_faults import detail_of, is_busy, is_passing, trouble_of
from clusterdesk.sync.target import CHUNK, Beat, NameTakenError, TargetError, unheard

_PATIENCE_SECONDS = 10.0
_SUFFIX = ".tmp"  # OneDrive and its relatives leave such files alone
_RANDOM_BYTES = 4


class FolderTarget:
    """Files under ``root``. ``owner`` names our temporary files, the only ones that are ever removed."""

    def __init__(self, root: Path, owner: str, calls: DiskCalls | None = None, beat: Beat = unheard) -> None:
        """Know the folder; nothing is looked at yet."""
        self.root = root
        self._owner = owner
        self._calls = calls or DiskCalls()
        self._beat = beat
        self._inside: set[Path] = set()  # looked up once: each look is a way over the network
        self._own = re.compile(rf"clusterdesk-{re.escape(owner)}-[0-9a-f]{{{2 * _RANDOM_BYTES}}}{re.escape(_SUFFIX)}")

    def list(self, folder: str) -> tuple[str, ...]:
        """Return the names in a folder, none where it does not exist."""
        self._beat()
        with _told():
            try:
                return tuple(self._calls.names(self._place(folder)))
            except FileNotFoundError:
                return ()

    def read(self, path: str) -> Iterator[bytes]:
        """Yield the content of a file, through a handle of its own; FileNotFoundError where there is none."""
        place = self._place(path)
        with _told(missing=True):
            for data in self._calls.read(place, CHUNK):
                self._beat()
                yield data

    def put_new(self, path: str, content: Iterable[bytes], sha256: str) -> None:
        """Write a file whole under a name that nobody has: under a temporary one first, read back, then renamed.

        Raises:
            NameTakenError: somebody has the name; what lies there was not touched.
            TargetError: the drive refused, or gave back something else than was written.
        """
        final = self._place(path)
        with _told():
            self._tidy(final.parent)
            temporary = final.parent / f"clusterdesk-{self._owner}-{secrets.token_hex(_RANDOM_BYTES)}{_SUFFIX}"
            try:
                self._write(temporary, content)
                if self._digest(temporary) != sha256:
                    raise TargetError(Trouble.UNSURE, "the copy differs from what was written")
                self._move(temporary, final)
            finally:
                with suppress(OSError):
                    self._calls.remove(temporary)

    def exists(self, path: str) -> bool:
        """Tell whether there is anything of this name, in whatever case its letters are."""
        place = self._place(path)
        with _told():
            try:
                self._calls.status(place)
            except (FileNotFoundError, NotADirectoryError):
                folder = PurePosixPath(path)
                return same_name(folder.name) in {same_name(name) for name in self.list(str(folder.parent))}
            return True

    def size(self, path: str) -> int | None:
        """Return the size of a file in bytes, None where there is no file."""
        self._beat()
        with _told():
            try:
                status = self._calls.status(self._place(path))
            except (FileNotFoundError, NotADirectoryError):
                return None
            return status.st_size if is_file(status) else None

    def mkdir(self, folder: str) -> str:
        """Make a folder and those above it, and return it as it is written there: case makes no difference.

        The team's folder itself is never made: where it is not there, the drive is not.
        """
        if self.is_folder(folder):
            return "/".join(_parts(folder))
        made: list[str] = []
        for part in _parts(folder):
            there = {same_name(name): name for name in self.list("/".join(made))}
            made.append(there.get(same_name(part), part))
            with _told():
                place = self._place("/".join(made))
                with suppress(FileExistsError):
                    self._calls.make_folder(place)
                if not is_folder(self._calls.status(place)):
                    raise TargetError(Trouble.REFUSED, "not a folder")
        return "/".join(made)

    def is_there(self) -> bool:
        """Tell whether the team's folder itself is there."""
        with _told():
            try:
                return is_folder(self._calls.status(self.root.resolve()))
            except (FileNotFoundError, NotADirectoryError):
                return False

    def probe(self) -> None:
        """Write a few bytes under a temporary name and remove them again.

        Raises:
            TargetError: nothing can be written.
        """
        with _told():
            self._tidy(self.root)
            temporary = self.root / f"clusterdesk-{self._owner}-{secrets.token_hex(_RANDOM_BYTES)}{_SUFFIX}"
            try:
                self._write(temporary, [b"ClusterDesk\n"])
            finally:
                with suppress(OSError):
                    self._calls.remove(temporary)

    def free(self) -> int | None:
        """Return how many bytes are free, where the drive says so."""
        try:
            return self._calls.free(self.root)
        except OSError:
            return None

    def is_folder(self, folder: str) -> bool:
        """Tell whether there is a folder of this name, not followed where it is a link."""
        with _told():
            try:
                return is_folder(self._calls.status(self._place(folder)))
            except (FileNotFoundError, NotADirectoryError):
                return False

    def _place(self, path: str) -> Path:
        """Return where a relative path lies; never outside of the team's folder, also not by a link."""
        parts = _parts(path)
        place = self.root.joinpath(*parts)
        if parts and place.parent not in self._inside:
            with _told():
                if not place.parent.resolve().is_relative_to(self.root.resolve()):
                    raise TargetError(Trouble.OUTSIDE, path)
            self._inside.add(place.parent)
        return place

    def _write(self, temporary: Path, content: Iterable[bytes]) -> None:
        handle = self._patiently(lambda: self._calls.create(temporary), is_busy)
        try:
            for data in content:
                self._calls.write(handle, data)
                self._beat()
            self._calls.flush(handle)
        finally:
            self._calls.close(handle)
        self._beat()

    def _digest(self, path: Path) -> str:
        digest = hashlib.sha256()
        for data in self._calls.read(path, CHUNK):
            digest.update(data)
            self._beat()
        return digest.hexdigest()

    def _move(self, temporary: Path, final: Path) -> None:
        try:
            self._patiently(lambda: self._calls.move_new(temporary, final), is_passing)
        except FileExistsError:
            raise NameTakenError from None
        self._beat()

    def _patiently[T](self, call: Callable[[], T], passing: Callable[[OSError], bool]) -> T:
        """Call again, for some seconds, while another program has the file for a moment."""
        wait, waited = 0.05, 0.0
        while True:
            try:
                return call()
            except OSError as error:
                if isinstance(error, FileExistsError) or not passing(error) or waited >= _PATIENCE_SECONDS:
                    raise
            self._calls.pause(wait)
            self._beat()
            waited += wait
            wait = min(2 * wait, 2.0)

    def _tidy(self, folder: Path) -> None:
        """Remove what an earlier, killed process of ours left half done in a folder."""
        for name in self._calls.names(folder):
            if self._own.fullmatch(name):
                with suppress(OSError):
                    self._calls.remove(folder / name)


def same_name(name: str) -> str:
    """Return what two names have in common that are one on Windows: case and the way accents are written."""
    return unicodedata.normalize("NFC", name).casefold()


def _parts(path: str) -> tuple[str, ...]:
    parts = tuple(part for part in path.split("/") if part not in ("", "."))
    if any(part == ".." or "\\" in part or ":" in part or "\0" in part for part in parts):
        raise TargetError(Trouble.OUTSIDE, path)
    return parts


@contextmanager
def _told(*, missing: bool = False) -> Iterator[None]:
    """Turn what the system says into a TargetError; ``missing``: a file that is not there is passed on as it is."""
    try:
        yield
    except FileExistsError as error:
        raise TargetError(Trouble.REFUSED, detail_of(error)) from error
    except OSError as error:
        if missing and isinstance(error, FileNotFoundError):
            raise
        raise TargetError(trouble_of(error), detail_of(error)) from error
