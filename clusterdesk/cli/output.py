"""Writing answers: a calm table for people, or one JSON document and nothing else."""

import sys
import unicodedata
from typing import TYPE_CHECKING, Any, TextIO

if TYPE_CHECKING:
    from clusterdesk.cli.answer import Answer

_UNICODE = ("utf-8", "utf8")
# Format characters that letters and emoji need; the others turn the direction of a line or hide in it.
_JOINERS = "\u200c\u200d\u00ad"


def prepare_streams() -> None:
    """Let no text fail for want of a letter: what a console cannot show becomes a question mark."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace" if _is_unicode(stream) else "replace")


def harmless(text: str) -> str:
    """Return a text without what would steer the terminal instead of standing in it: a record may hold anything."""
    if text.isprintable():
        return text
    return "".join(map(_seen, text))


def _seen(letter: str) -> str:
    if letter in "\n\t" or unicodedata.category(letter) not in {"Cc", "Cf"} or letter in _JOINERS:
        return letter
    return ""


def _is_unicode(stream: TextIO) -> bool:
    return (getattr(stream, "encoding", None) or "ascii").lower() in _UNICODE


class Output:
    """Standard output and standard error, as the options want them."""

    def __init__(self, *, as_json: bool, quiet: bool) -> None:
        """Write JSON or text; quiet leaves progress and messages out."""
        self.as_json = as_json
        self.quiet = quiet

    def answer(self, answer: "Answer") -> None:
        """Write the outcome of a command."""
        for note in answer.notes:
            self.note(note)
        if self.as_json:
            self.document(answer.document)
            return
        # Imported here: the window starts through this module, too, and sets no table.
        from clusterdesk.cli.layout import block_lines

        width = _terminal_width()
        for number, block in enumerate(answer.blocks):
            if number:
                sys.stdout.write("\n")
            for line in block_lines(block, width):
                sys.stdout.write(harmless(line) + "\n")
        sys.stdout.flush()

    def document(self, document: Any) -> None:  # noqa: ANN401 - any JSON value
        """Write the one JSON document; in plain ASCII where the stream does not speak Unicode."""
        import json

        text = json.dumps(document, ensure_ascii=not _is_unicode(sys.stdout), indent=2, allow_nan=False, default=str)
        sys.stdout.write(text + "\n")
        sys.stdout.flush()

    def note(self, text: str) -> None:
        """Say something on standard error, unless nothing should be said."""
        if not self.quiet:
            self.say(text)

    def say(self, text: str) -> None:
        """Say something on standard error in any case."""
        sys.stderr.write(harmless(text) + "\n")
        sys.stderr.flush()


def _terminal_width() -> int | None:
    """Return how wide the terminal is; ``None`` where the output goes into a file or another program."""
    if not sys.stdout.isatty():
        return None
    import shutil

    return shutil.get_terminal_size().columns
