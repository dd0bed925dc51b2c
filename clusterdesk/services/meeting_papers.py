"""The papers of a meeting: its minutes and the sheet to sign, read from the store; and who receives the minutes."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.capture.proposals import without_promises
from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.group_choices import CATEGORY_HEADINGS
from clusterdesk.domain.records.groups import GatheringState, Meeting, MemberCategory, Presence
from clusterdesk.domain.views.edition import Edition, MarkedText, for_edition
from clusterdesk.domain.views.groups import AttendanceLine, MeetingPage, OwedLine
from clusterdesk.domain.views.minutes import Minutes, NextMeeting, SignInPart, SignInRow, SignInSheet
from clusterdesk.domain.views.visit_report import Attendee, ReportAction
from clusterdesk.services.group_views import read_meeting
from clusterdesk.services.mail_drafts import Recipient
from clusterdesk.services.printed_pages import PageWish, PrintedPage
from clusterdesk.services.visit_sheets import page_footer
from clusterdesk.store.desk_store import Store


def printed_minutes(store: Store, meeting_id: UUID, wish: PageWish) -> PrintedPage:
    """Return the language and the minutes of a meeting, as they are wished.

    Raises:
        KnownError: the meeting is not for those who will read the page.
    """
    page = read_meeting(store, meeting_id)
    meeting = page.row.record
    _check_may_leave(meeting, wish.edition)
    promised = [one.record.text for one in page.promises]  # the table tells them; the text need not again
    view = Minutes(
        group=page.group.name,
        footer=page_footer(store, wish.author, wish.edition),
        on=meeting.on,
        starts_at=meeting.starts_at,
        ends_at=meeting.ends_at,
        place=meeting.place,
        title=meeting.title,
        held=meeting.state is GatheringState.HELD or bool(meeting.minutes.strip()),
        agenda=MarkedText(meeting.agenda, meeting.visibility) if meeting.agenda.strip() else None,
        present=_people(page, Presence.PRESENT),
        excused=_people(page, Presence.EXCUSED),
        absent=_people(page, Presence.ABSENT),
        text=_told(without_promises(meeting.minutes, promised, meeting.on), meeting),
        decisions=tuple(MarkedText(one.text.strip(), one.visibility) for one in page.decisions if one.text.strip()),
        actions=_actions(page.promises, wish),
        owed=_actions(page.owed, wish),
        next=_next(store, meeting, wish.edition),
    )
    return wish.language or wish.usual, for_edition(view, wish.edition)


def printed_signin(store: Store, meeting_id: UUID, wish: PageWish) -> PrintedPage:
    """Return the language and the sheet to sign of a meeting, as it is wished.

    Raises:
        KnownError: the meeting is not for those who will read the page.
    """
    page = read_meeting(store, meeting_id)
    meeting = page.row.record
    _check_may_leave(meeting, wish.edition)
    parts = tuple(
        SignInPart(CATEGORY_HEADINGS[category], tuple(_row(one) for one in page.attendance if one.category is category))
        for category in MemberCategory
    )
    view = SignInSheet(
        about=page.group.name,
        footer=page_footer(store, wish.author, wish.edition),
        on=meeting.on,
        starts_at=meeting.starts_at,
        ends_at=meeting.ends_at,
        place=meeting.place,
        title=meeting.title,
        parts=tuple(part for part in parts if part.rows),
    )
    return wish.language or wish.usual, view


def minutes_recipients(store: Store, meeting_id: UUID) -> tuple[Recipient, ...]:
    """Return those of a meeting who have a mail address, each address once; the absent ones receive it, too."""
    found: dict[str, Recipient] = {}
    for line in read_meeting(store, meeting_id).attendance:
        if line.person.mail:
            found.setdefault(line.person.mail.casefold(), Recipient(line.person.mail, line.person.name))
    return tuple(found.values())


def _check_may_leave(meeting: Meeting, edition: Edition) -> None:
    if not edition.admits(meeting.visibility):
        raise KnownError(
            "meeting_not_shareable",
            N_("This meeting is not marked as shareable: it cannot stand on a page that leaves."),
            advice=N_("Choose the internal edition, or mark the meeting as shareable."),
        )


def _people(page: MeetingPage, presence: Presence) -> tuple[Attendee, ...]:
    return tuple(
        Attendee(one.person.name, one.role, one.person.side) for one in page.attendance if one.presence is presence
    )


def _told(text: str, meeting: Meeting) -> MarkedText | None:
    return MarkedText(text, meeting.visibility) if text.strip() else None


def _actions(lines: Iterable[OwedLine], wish: PageWish) -> tuple[ReportAction, ...]:
    actions = [
        ReportAction(one.record.text, _owner(one, wish), one.record.due_on, one.record.visibility) for one in lines
    ]
    return tuple(sorted(actions, key=_due))


def _owner(line: OwedLine, wish: PageWish) -> str:
    owner = line.owner or wish.author or wish.house
    if line.organisation and line.organisation != owner:
        return f"{owner} ({line.organisation})" if owner else line.organisation
    return owner


def _due(action: ReportAction) -> date:
    return action.due or date.max


def _next(store: Store, meeting: Meeting, edition: Edition) -> NextMeeting | None:
    """Return what came after the meeting, also where that was held since: minutes of last year say the same today."""
    others = store.find(Meeting, working_group_id=meeting.working_group_id)
    coming = [
        one
        for one in others
        if one.on > meeting.on and one.state is not GatheringState.CANCELLED and edition.admits(one.visibility)
    ]
    if not coming:
        return None
    first = min(coming, key=lambda one: one.on)
    return NextMeeting(first.on, first.starts_at, first.place)


def _row(line: AttendanceLine) -> SignInRow:
    note = choice_label(line.presence) if line.presence is Presence.EXCUSED else ""
    return SignInRow(line.person.name, line.person.side or line.role, note)
