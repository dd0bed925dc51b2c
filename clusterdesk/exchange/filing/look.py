"""Looking at a dropped file: which sheet it is a picture of, when it was taken, which mail it is."""

from pathlib import Path

from clusterdesk.base.errors import KnownError
from clusterdesk.base.filenames import safe_filename
from clusterdesk.base.marks import N_
from clusterdesk.domain.dropped import DroppedFile, DroppedKind, DropUse, codes_in
from clusterdesk.services.documents import a_folder

MEGABYTE = 1_000_000
_PICTURES = frozenset({".jpg", ".jpeg", ".png", ".heic", ".heif", ".hif", ".webp", ".tif", ".tiff"})
_LISTS = frozenset({".csv", ".tsv", ".txt", ".tab", ".xlsx", ".xlsm", ".xls", ".ods"})
_MAILS = frozenset({".eml", ".msg"})


def kind_of(path: Path) -> DroppedKind:
    """Tell by its name what a file is."""
    suffix = path.suffix.lower()
    if suffix in _PICTURES:
        return DroppedKind.PICTURE
    if suffix == ".pdf":
        return DroppedKind.PDF
    return DroppedKind.MAIL if suffix in _MAILS else DroppedKind.OTHER


def use_of(path: Path) -> DropUse:
    """Tell what to do with something that was dropped; what is no list and no calendar is filed."""
    if path.is_dir():
        return DropUse.FOLDER
    suffix = path.suffix.lower()
    if suffix in _LISTS:
        return DropUse.LIST
    return DropUse.CALENDAR if suffix == ".ics" else DropUse.FILE


def look_at(path: Path, *, limit_mb: int) -> DroppedFile:
    """Read a file and what it tells.

    Raises:
        KnownError: it cannot be read, is larger than ``limit_mb``, or is damaged.
    """
    name, kind = safe_filename(path.name), kind_of(path)
    content = _content(path, name, limit_mb)
    named = codes_in(path.stem)
    if kind is DroppedKind.PICTURE:
        from clusterdesk.exchange.filing.page_codes import codes_on_picture
        from clusterdesk.services.pictures import open_picture, taken_at

        picture = open_picture(name, content)
        return DroppedFile(name, kind, content, (*codes_on_picture(picture), *named), taken_at(picture))
    if kind is DroppedKind.PDF:
        from clusterdesk.exchange.filing.page_codes import codes_in_pdf

        return DroppedFile(name, kind, content, (*codes_in_pdf(name, content), *named))
    if kind is DroppedKind.MAIL:
        from clusterdesk.exchange.filing.mail_files import read_mail

        mail = read_mail(name, content)
        return DroppedFile(name, kind, content, codes_in(mail.subject), mail=mail)
    return DroppedFile(name, kind, content, named)


def _content(path: Path, name: str, limit_mb: int) -> bytes:
    limit = limit_mb * MEGABYTE
    if path.is_dir():
        raise a_folder(name)
    try:
        with path.open("rb") as stream:
            content = stream.read(limit + 1)
    except OSError as error:
        raise KnownError(
            "dropped_unreadable",
            N_("“{name}” cannot be read."),
            advice=N_("Copy it to this laptop first, then drop it again."),
            name=name,
        ) from error
    if len(content) > limit:
        raise KnownError(
            "dropped_too_large",
            N_("“{name}” is larger than {most} MB."),
            advice=N_("Make it smaller, or raise the limit in the settings."),
            name=name,
            most=limit_mb,
        )
    if not content:
        raise KnownError(
            "dropped_empty",
            N_("“{name}” is empty."),
            advice=N_("Save it again where it comes from."),
            name=name,
        )
    return content
