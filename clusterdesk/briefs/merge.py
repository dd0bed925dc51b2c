"""Several PDFs as one, with a bookmark for each."""

from collections.abc import Sequence
from io import BytesIO

import pikepdf

from clusterdesk.base.errors import BugError
from clusterdesk.briefs.characters import one_line


def merge_pdfs(documents: Sequence[bytes], bookmarks: Sequence[str], *, title: str = "", language: str = "") -> bytes:
    """Return one PDF with the pages of all documents, in order, each under its bookmark.

    Every document starts on a front page: an odd number of pages is followed by a blank one, so that printing on both
    sides never puts two companies on one sheet of paper. BugError when names and documents differ in number.
    """
    if len(documents) != len(bookmarks):
        raise BugError(f"{len(documents)} documents but {len(bookmarks)} bookmarks")
    with pikepdf.new() as merged:
        starts: list[int] = []
        for document in documents:
            starts.append(len(merged.pages))
            with pikepdf.open(BytesIO(document)) as source:
                merged.pages.extend(source.pages)
            if len(merged.pages) % 2 and document is not documents[-1]:
                width, height = (float(side) for side in merged.pages[-1].mediabox[2:4])
                merged.add_blank_page(page_size=(width, height))
        with merged.open_outline() as outline:
            outline.root.extend(
                pikepdf.OutlineItem(one_line(name), start) for name, start in zip(bookmarks, starts, strict=True)
            )
        if language:
            merged.Root.Lang = pikepdf.String(language)
        merged.docinfo["/Title"] = one_line(title)
        merged.docinfo["/Creator"] = "ClusterDesk"
        merged.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
        saved = BytesIO()
        merged.save(saved, compress_streams=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return saved.getvalue()
