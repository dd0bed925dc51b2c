"""Which files may come into a binder: documents, never programs."""

import re

# Files that a system may run when they are opened.
_RUN_ON_OPENING = frozenset(
    re.findall(
        r"\w+",
        """
        exe com bat cmd scr pif msi msp msix appx ps1 psm1 vbs vbe js jse mjs wsf wsh hta jar dll sys cpl lnk url reg
        inf scf desktop sh bash zsh csh command app apk deb rpm run appimage dmg pkg iso img vhd vhdx chm application
        gadget xll xlam docm dotm xlsm xltm pptm potm ppam sldm py pyw pl rb php
        """,
    )
)
# How programs begin, whatever they are called: Windows, Linux, macOS (both orders, both sizes, universal), scripts.
_PROGRAM_STARTS = (
    b"MZ",
    b"\x7fELF",
    b"\xfe\xed\xfa\xce",
    b"\xfe\xed\xfa\xcf",
    b"\xce\xfa\xed\xfe",
    b"\xcf\xfa\xed\xfe",
    b"\xca\xfe\xba\xbe",
    b"#!",
    b"L\x00\x00\x00\x01\x14\x02\x00",
)
_MEDIA_TYPES = {
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".doc": "application/msword",
    ".xls": "application/vnd.ms-excel",
    ".csv": "text/csv",
    ".txt": "text/plain",
    ".eml": "message/rfc822",
    ".msg": "application/vnd.ms-outlook",
    ".ics": "text/calendar",
    ".zip": "application/zip",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".heic": "image/heic",
    ".tif": "image/tiff",
    ".tiff": "image/tiff",
    ".webp": "image/webp",
    ".mp4": "video/mp4",
    ".m4a": "audio/mp4",
}
UNKNOWN = "application/octet-stream"


def may_run(name: str, start: bytes) -> bool:
    """Tell whether a file may be a program: by any of its suffixes, or by its first bytes."""
    suffixes = name.casefold().rstrip(". ").split(".")[1:]
    return any(suffix.strip() in _RUN_ON_OPENING for suffix in suffixes[-2:]) or start.startswith(_PROGRAM_STARTS)


def media_type(name: str) -> str:
    """Return the media type of a document by its suffix."""
    _, dot, suffix = name.casefold().rpartition(".")
    return _MEDIA_TYPES.get(f"{dot}{suffix}", UNKNOWN)
