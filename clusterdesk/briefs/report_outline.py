"""What a visit report says, in the words of its language: one outline that the PDF and the docx both set.

Texts are as typed; each writer cleans and escapes in its own way.
"""

from dataclasses import dataclass

from clusterdesk.domain.records.sessions import SessionKind
from clusterdesk.domain.views.edition import Edition, for_edition
from clusterdesk.domain.views.visit_report import Attendee, VisitReport
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact of the head: what, and its value on one or several lines."""

    label: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NoteSection:
    """A question, which may be empty, and the paragraphs noted under it."""

    question: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ActionRow:
    """A promise as the table shows it."""

    text: str
    owner: str
    due: str


@dataclass(frozen=True, slots=True)
class ReportOutline:
    """The report from top to bottom; a part that is empty is left out by whoever sets it."""

    title: str
    kind: str
    organisation: str
    internal_mark: str
    facts: tuple[Fact, ...]
    notes_heading: str
    notes: tuple[NoteSection, ...]
    nothing_noted: str
    decisions_heading: str
    decisions: tuple[str, ...]
    actions_heading: str
    action_columns: tuple[str, str, str]
    actions: tuple[ActionRow, ...]
    next_step_heading: str
    next_step: str
    documents_heading: str
    documents: tuple[str, ...]
    signatures_heading: str
    signatures: tuple[str, ...]


def report_outline(view: VisitReport, t: Translator, formats: Formats) -> ReportOutline:
    """Word a report in the translator's language, with only what the footer's edition admits."""
    view = for_edition(view, view.footer.edition)
    kind = report_title(view, t)
    return ReportOutline(
        title=t("{kind} – {organisation}", kind=kind, organisation=view.organisation),
        kind=kind,
        organisation=view.organisation,
        internal_mark=t("Internal edition") if view.footer.edition is Edition.INTERNAL else "",
        facts=_facts(view, t, formats),
        notes_heading=t("Notes"),
        notes=tuple(NoteSection(note.question, _paragraphs(note.text)) for note in view.notes),
        nothing_noted=t("Nothing was noted."),
        decisions_heading=t("Decisions"),
        decisions=tuple(decision.text for decision in view.decisions),
        actions_heading=t("Who does what"),
        action_columns=(t("What"), t("Who"), t("By when")),
        actions=tuple(
            ActionRow(action.text, action.owner, formats.date(action.due) if action.due else "")
            for action in view.actions
        ),
        next_step_heading=t("Next step"),
        next_step=_next_step(view, t, formats),
        documents_heading=t("Attached documents"),
        documents=tuple(document.name for document in view.documents),
        signatures_heading=t("Signatures"),
        signatures=view.signatures,
    )


def report_title(view: VisitReport, t: Translator) -> str:
    """Name the report after the kind of session."""
    match view.kind:
        case SessionKind.VISIT:
            return t("Visit report")
        case SessionKind.MEETING:
            return t("Meeting report")
        case SessionKind.CALL:
            return t("Report of a call")
        case SessionKind.MAIL:
            return t("Report of an exchange by mail")


def _facts(view: VisitReport, t: Translator, formats: Formats) -> tuple[Fact, ...]:
    when = formats.long_date(view.on)
    if view.starts_at is not None:
        when = t("{date}, {hour}", date=when, hour=formats.time(view.starts_at))
    if view.minutes:
        when = t("{moment} ({duration})", moment=when, duration=formats.duration(view.minutes))
    facts = (
        Fact(t.c("report", "When"), (when,)),
        Fact(t.c("report", "Where"), (view.place,)),
        Fact(t.c("people", "Present"), tuple(attendee_words(person, t) for person in view.attendees)),
        Fact(t("Project"), (view.project.text if view.project else "",)),
    )
    return tuple(fact for fact in facts if any(fact.lines))


def attendee_words(person: Attendee, t: Translator) -> str:
    """Return somebody with role and side, as far as they are known."""
    if person.role and person.side:
        return t("{name}, {role} ({side})", name=person.name, role=person.role, side=person.side)
    if person.role:
        return t("{name}, {role}", name=person.name, role=person.role)
    if person.side:
        return t("{name} ({side})", name=person.name, side=person.side)
    return person.name


def _next_step(view: VisitReport, t: Translator, formats: Formats) -> str:
    step = view.next_step
    if step is None:
        return ""
    if step.on is None:
        return step.text
    if not step.text:
        return formats.long_date(step.on)
    return t("{date}: {text}", date=formats.long_date(step.on), text=step.text)


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(part for part in text.splitlines() if part.strip())
