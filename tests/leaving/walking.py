"""Every word of a file that leaves, whatever its kind."""

import io
import zipfile
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

from tests.briefs.pdf_reading import pdf_text

_ZIPPED = (".xlsx", ".docx", ".zip")


def text_of(path: Path) -> str:
    """Return every word of a file, with those of what it holds."""
    return path.name + "\n" + _text(path.suffix.lower(), path.read_bytes())


def _text(suffix: str, content: bytes) -> str:
    if suffix == ".pdf":
        return pdf_text(content)
    if suffix in _ZIPPED:
        with zipfile.ZipFile(io.BytesIO(content)) as book:
            return "\n".join(f"{name}\n{_text(Path(name).suffix.lower(), book.read(name))}" for name in book.namelist())
    if suffix == ".eml":
        mail = message_from_bytes(content, policy=default)
        assert isinstance(mail, EmailMessage)
        parts = [str(mail), *(_part(one) for one in mail.walk() if not one.is_multipart())]
        return "\n".join(parts)
    # A calendar folds its lines.
    return content.decode("utf-8-sig", errors="replace").replace("\r\n ", "")


def _part(part: EmailMessage) -> str:
    name = part.get_filename() or ""
    content = part.get_payload(decode=True)
    return f"{name}\n{_text(Path(name).suffix.lower(), content if isinstance(content, bytes) else b'')}"
