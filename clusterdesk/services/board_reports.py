"""The Advisory Board report: all its numbers as of a day, cleared for those who will read it."""

from dataclasses import replace
from datetime import date

from clusterdesk.domain.views.board_report import BoardReport
from clusterdesk.domain.views.edition import Edition
from clusterdesk.services.board import read_board
from clusterdesk.services.board_report_days import day_of, report_edition, report_name, still_running
from clusterdesk.services.board_report_figures import frozen_state, report_sections
from clusterdesk.services.board_report_method import annexes, report_method
from clusterdesk.services.board_report_reading import with_field
from clusterdesk.services.board_report_texts import ReportTexts, report_remarks
from clusterdesk.services.printed_pages import PageWish, PrintedPage, Subject
from clusterdesk.services.strategy import read_desk
from clusterdesk.services.visit_sheets import page_footer
from clusterdesk.store.desk_store import Store


def printed_board(store: Store, subject: Subject, wish: PageWish) -> PrintedPage:
    """Return the language and the report of a quarter or a day, as they are wished.

    Raises:
        KnownError: the subject is neither, or it has not come yet.
    """
    language = wish.language or wish.usual
    return language, board_report(store, day_of(store, str(subject)), language, wish.edition, author=wish.author)


def board_report(
    store: Store, day: date, language: str, edition: Edition = Edition.ADVISORY, *, author: str = ""
) -> BoardReport:
    """Return the report as of a day, in a language, for those who will read it."""
    kind = report_edition(edition)
    board, desk = read_board(store, day), read_desk(store)
    texts = ReportTexts(store, language, kind, store.clock.today())
    today = store.clock.today()
    remarks = report_remarks(store, board.quarter, language, texts)
    report = BoardReport(
        quarter=board.quarter,
        as_of=day,
        about=report_name(board, language, kind, today),
        footer=page_footer(store, author, kind),
        rules=board.rules,
        provisional_until=still_running(board, today),
        frozen=frozen_state(board),
        sections=report_sections(board, desk),
        messages=remarks.messages,
        decisions=remarks.decisions,
        stories=remarks.stories,
        left_out=remarks.left_out,
        foreign=remarks.foreign,
    )
    report = with_field(store, report, texts)
    report = replace(report, method=report_method(store, board, desk, texts))
    if kind is Edition.DIRECTION:
        report = replace(report, annexes=annexes(store, board, report))
    return replace(report, warnings=texts.named)
