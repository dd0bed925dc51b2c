"""The one table of what makes each kind of page; a page's module is imported when it is drawn."""

from collections.abc import Mapping
from typing import NamedTuple

from clusterdesk.briefs.filenames import BriefKind


class Maker(NamedTuple):
    """The functions of a kind, each ``module:name`` under ``briefs``; "" where there is none.

    They take the read model of the kind, the words and formats of its language, and the house; ``draw`` the pen first.
    """

    pdf: str
    draw: str = ""
    docx: str = ""


MAKERS: Mapping[BriefKind, Maker] = {
    BriefKind.VISIT_SHEET: Maker("visit_sheet:visit_sheet_pdf", "visit_sheet:draw_visit_sheet"),
    BriefKind.VISIT_REPORT: Maker("visit_report:visit_report_pdf", docx="visit_report_docx:visit_report_docx"),
    BriefKind.DAY: Maker("day_page:day_page_pdf", "day_page:draw_day_page"),
    BriefKind.WEEK_NOTE: Maker("week_note:week_note_pdf", "week_note:draw_week_note"),
    BriefKind.BREAK_EVEN: Maker("break_even_sheet:break_even_pdf", "break_even_sheet:draw_break_even"),
    BriefKind.ATTESTATION: Maker("attestation:attestation_pdf", "attestation:draw_attestation"),
    BriefKind.DIAGNOSTIC: Maker("diagnostic_sheet:diagnostic_pdf", "diagnostic_sheet:draw_diagnostic"),
    BriefKind.MINUTES: Maker("minutes:minutes_pdf", "minutes:draw_minutes", "minutes:minutes_docx"),
    BriefKind.EVENT_MINUTES: Maker(
        "event_minutes:event_minutes_pdf", "event_minutes:draw_event_minutes", "event_minutes:event_minutes_docx"
    ),
    BriefKind.SIGN_IN: Maker("signin_sheet:signin_pdf", "signin_sheet:draw_signin"),
    BriefKind.BOARD: Maker("board_report:board_report_pdf", "board_report:draw_board_report"),
    BriefKind.REFERRAL: Maker("parcel_page:parcel_pdf", "parcel_page:draw_parcel"),
    BriefKind.DOSSIER: Maker("dossier:dossier_pdf", "dossier:draw_dossier", "dossier:dossier_docx"),
    BriefKind.STATISTICS: Maker(
        "year_statistics:statistics_pdf", "year_statistics:draw_statistics", "year_statistics:statistics_docx"
    ),
    BriefKind.MEMBER: Maker(
        "member_sheet:member_sheet_pdf", "member_sheet:draw_member_sheet", "member_sheet:member_sheet_docx"
    ),
    **dict.fromkeys((BriefKind.YEAR_PLAN, BriefKind.YEAR_PLAN_A3), Maker("year_plan:year_plan_pdf")),
    BriefKind.BADGES: Maker("badges:badges_pdf", "badges:draw_badges"),
    **dict.fromkeys(
        (BriefKind.DIFFICULTY, BriefKind.DIFFICULTIES),
        Maker(
            "difficulty_paper:difficulty_paper_pdf",
            "difficulty_paper:draw_difficulty_paper",
            "difficulty_paper_docx:difficulty_paper_docx",
        ),
    ),
}


def has_docx(kind: BriefKind) -> bool:
    """Tell whether a kind of page is also written as a Word file."""
    return kind in MAKERS and bool(MAKERS[kind].docx)


def is_drawn_in_a_row(kind: BriefKind) -> bool:
    """Tell whether several of a kind are drawn into one PDF, else they are merged when ready."""
    return kind not in MAKERS or bool(MAKERS[kind].draw)
