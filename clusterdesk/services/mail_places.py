"""Mails as they come into a binder: of the pictures in them, too, the place where they were taken is left out.

An .eml is written anew, all but its pictures as it was. In a .msg each picture is overwritten where it lies: what has
become shorter is filled up, so that Outlook opens the mail as before.
"""

import base64
import io
from pathlib import PurePath
from typing import TYPE_CHECKING

from clusterdesk.services.picture_blanking import blanked
from clusterdesk.services.pictures import is_heif, without_location

if TYPE_CHECKING:
    from email.message import Message

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ATTACHED = "__substg1.0_37010102"  # the content of an attachment
_DEEPEST = 5  # mails in mails


def mail_without_location(name: str, content: bytes, depth: int = 0) -> bytes:
    """Return a mail whose pictures tell no place; what is no mail, or holds no picture, comes back as it is."""
    if depth == _DEEPEST:
        return content
    if content.startswith(_OLE):
        return _outlook(content, depth) if PurePath(name).suffix.lower() == ".msg" else content
    return _internet(content, depth) if PurePath(name).suffix.lower() == ".eml" else content


def _internet(content: bytes, depth: int) -> bytes:
    # Imported here: a start opens the binder by way of its documents, but seldom a mail.
    from email import message_from_bytes
    from email.generator import BytesGenerator
    from email.policy import compat32

    message = message_from_bytes(content, policy=compat32)
    changed = [_rewritten(part, depth) for part in message.walk() if part.get_content_maintype() != "text"]
    if not any(changed):
        return content
    made = io.BytesIO()
    policy = compat32.clone(linesep="\r\n" if b"\r\n" in content else "\n", max_line_length=None)
    BytesGenerator(made, mangle_from_=False, policy=policy).flatten(message)
    return made.getvalue()


def _rewritten(part: "Message", depth: int) -> bool:
    """Clean a part where it is a picture, or a mail with one, and tell whether it was."""
    payload = None if part.is_multipart() else part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return False
    cleaned = _cleaned(part.get_filename() or "", payload, depth)
    if cleaned == payload:
        return False
    part.set_payload(base64.encodebytes(cleaned).decode("ascii").rstrip("\n"))
    if "Content-Transfer-Encoding" in part:
        part.replace_header("Content-Transfer-Encoding", "base64")
    else:
        part["Content-Transfer-Encoding"] = "base64"
    return True


def _outlook(content: bytes, depth: int) -> bytes:
    import olefile

    stream = io.BytesIO(content)
    try:
        opened = olefile.OleFileIO(stream, write_mode=True)
    except OSError:
        return content  # no mail: nothing in it can be shown either
    with opened:
        for path in opened.listdir():
            if path[-1] != _ATTACHED:
                continue
            attached = opened.openstream(path).read()
            cleaned = _cleaned("attached.msg" if attached.startswith(_OLE) else "", attached, depth)
            if len(cleaned) > len(attached):
                cleaned = blanked(attached)
            if cleaned != attached:
                opened.write_stream(path, cleaned.ljust(len(attached), b"\0"))
        return stream.getvalue()


def _cleaned(name: str, content: bytes, depth: int) -> bytes:
    """Return a picture without its place, in its own format and name."""
    if is_heif(content):
        return blanked(content)
    inner = mail_without_location(name, content, depth + 1)
    return inner if inner != content else without_location("", content)[1]
