"""The fictitious read models of a Dutch-speaking organisation."""

from dataclasses import replace
from datetime import date, time

from clusterdesk.domain.records.sessions import OwnerKind, SessionKind
from clusterdesk.domain.views.edition import MarkedText
from clusterdesk.domain.views.visit_report import AttachedDocument, Attendee, NextStep, QuestionNote, ReportAction
from clusterdesk.domain.views.visit_report import VisitReport as Report
from clusterdesk.domain.views.visit_sheet import (
    Appointment,
    InShort,
    MissingEvidence,
    OpenPromise,
    PastSession,
    SheetContact,
    SheetHeader,
    VisitSheet,
)
from tests.briefs.sample_views import FOOTER, sheet_with_figures


def _dutch_sheet_last_sessions() -> tuple[PastSession, ...]:
    return (
        PastSession(
            date(2026, 11, 5),
            SessionKind.VISIT,
            ("Jeroen Claes", "Hanne Wouters"),
            (
                MarkedText(
                    "Twee scholen leveren voortaan hun oude bakfietsen. Hanne meet sinds oktober de tijd per "
                    "fiets; het spuitwerk neemt een derde in. Een droogkast zou de wachttijd halveren."
                ),
            ),
        ),
        PastSession(
            date(2026, 10, 2),
            SessionKind.CALL,
            ("Jeroen Claes",),
            (MarkedText("De derde monteur is begonnen. Nieuwe bestelling van een koerierdienst: zes fietsen."),),
        ),
    )


def _dutch_sheet_promises() -> tuple[OpenPromise, ...]:
    return (
        OpenPromise(
            "Contact leggen met de keuringsdienst voor accu’s", OwnerKind.US, due=date(2026, 11, 20), days_late=4
        ),
        OpenPromise("Voorbeeld van een werkpostfiche doorsturen", OwnerKind.US, due=date(2026, 11, 30)),
        OpenPromise("Tijdmeting per werkpost, november", OwnerKind.ORGANISATION, due=date(2026, 12, 1)),
        OpenPromise("Offerte voor de droogkast", OwnerKind.ORGANISATION, due=date(2026, 11, 13), days_late=11),
        OpenPromise("Aantal frames per maand bevestigen", OwnerKind.OTHER, "Kringloop Zenne", date(2026, 12, 4)),
    )


def dutch_sheet() -> VisitSheet:
    """A sheet with something in every block, figures too."""
    figures = sheet_with_figures().figures
    assert figures is not None
    turnover, plan = figures.series
    return VisitSheet(
        header=SheetHeader(
            organisation="Fietsatelier Kanaal",
            code="V-4TQ8-K2MD",
            value_chains=("Fiets",),
            project=MarkedText("Bakfietsen herbouwen in reeks"),
            tracks=("industriële scale-up", "werkgelegenheid"),
        ),
        footer=FOOTER,
        appointment=Appointment(
            on=date(2026, 11, 24),
            starts_at=time(14, 30),
            address="Havenlaan 86, 1000 Brussel",
            access_note=MarkedText("Poort B, daarna de tweede hal links. Fietsen mogen mee naar binnen."),
            contact=SheetContact("Jeroen Claes", "zaakvoerder", "nl", "+32 2 555 04 71"),
        ),
        in_short=InShort(
            summary=MarkedText(
                "Atelier van negen mensen dat afgedankte bakfietsen herbouwt tot stadslogistieke fietsen. De vraag "
                "is groter dan het aanbod: de aanvoer van frames hapert. Wil van vier naar tien fietsen per maand, met "
                "een vaste werkpost voor de elektrische aandrijving en een keuring van de accu’s."
            ),
            file_open_since=date(2025, 9, 1),
            nth_visit=5,
            next_step=MarkedText("de indeling van de werkposten vastleggen, met een tijdmeting per post."),
            days_since_contact=18,
        ),
        last_sessions=_dutch_sheet_last_sessions(),
        promises=_dutch_sheet_promises(),
        figures=replace(figures, series=(replace(turnover, name="Omzet"), plan)),
        missing_evidence=(MissingEvidence("Sociale balans van het 3e kwartaal", "Groei van de werkgelegenheid"),),
        questions=(
            MarkedText("Waar zit de bottleneck sinds de derde monteur er is?"),
            MarkedText("Cijfers van oktober: omzet, kosten, VTE?"),
            MarkedText("Hoeveel frames komen er per maand binnen?"),
            MarkedText("Wat hebt u van ons nodig tegen Nieuwjaar?"),
        ),
    )


def dutch_report() -> Report:
    """A report of one visit."""
    return Report(
        organisation="Fietsatelier Kanaal",
        footer=FOOTER,
        on=date(2026, 11, 24),
        starts_at=time(14, 30),
        minutes=75,
        place="Havenlaan 86, 1000 Brussel",
        project=MarkedText("Bakfietsen herbouwen in reeks"),
        attendees=(
            Attendee("Jeroen Claes", "zaakvoerder", "Fietsatelier Kanaal"),
            Attendee("Claire Dumont", "clusterbeheerder"),
        ),
        notes=(
            QuestionNote(
                "Waar zit de bottleneck sinds de derde monteur er is?",
                "Niet meer bij de montage maar bij het spuitwerk: elke fiets droogt een hele dag.\n"
                "Met een droogkast kan het in vier uur. De leverancier komt begin december langs.",
            ),
            QuestionNote(
                "Cijfers van oktober: omzet, kosten, VTE?", "Omzet ongeveer 46.000 €, kosten stabiel, 7,5 VTE."
            ),
            QuestionNote(
                "Wat hebt u van ons nodig tegen Nieuwjaar?", "Een tweede kanaal voor frames, liefst via scholen."
            ),
        ),
        decisions=(MarkedText("Het spuitwerk krijgt een eigen werkpost vanaf januari."),),
        actions=(
            ReportAction("Offerte voor de droogkast bezorgen", "Jeroen Claes", date(2026, 12, 1)),
            ReportAction("Contact leggen met de keuringsdienst voor accu’s", "Claire Dumont", date(2026, 11, 30)),
        ),
        next_step=NextStep("Werkposten opmeten, samen met Hanne.", date(2026, 12, 8)),
        documents=(AttachedDocument("Plan werkposten.pdf"),),
        signatures=("Jeroen Claes", "Claire Dumont"),
    )
