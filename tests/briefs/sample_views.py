"""Fictitious read models, believable and hostile, shared by tests, benchmarks and page pictures."""

from dataclasses import replace
from datetime import date, datetime, time
from decimal import Decimal

from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.sessions import OwnerKind, SessionKind
from clusterdesk.domain.views.edition import Edition, MarkedText
from clusterdesk.domain.views.page_footer import PageFooter
from clusterdesk.domain.views.visit_report import (
    AttachedDocument,
    Attendee,
    NextStep,
    QuestionNote,
    ReportAction,
    VisitReport,
)
from clusterdesk.domain.views.visit_sheet import (
    Appointment,
    FiguresBlock,
    FigureSeries,
    InShort,
    MissingEvidence,
    MonthFigures,
    MonthValue,
    OpenPromise,
    PastSession,
    SheetContact,
    SheetHeader,
    VisitSheet,
)

FOOTER = PageFooter(
    printed_at=datetime(2026, 11, 20, 16, 42),  # noqa: DTZ001 - local, so that no zone changes the page
    data_as_of=datetime(2026, 11, 20, 16, 40),  # noqa: DTZ001
    author="Claire Dumont",
)


def months(first: date, *values: int | None) -> tuple[MonthValue, ...]:
    """Turn a row of amounts into consecutive months."""
    start = first.year * 12 + first.month - 1
    return tuple(
        MonthValue(f"{(start + i) // 12}-{(start + i) % 12 + 1:02d}", None if v is None else Decimal(v))
        for i, v in enumerate(values)
    )


def _full_sheet_last_sessions() -> tuple[PastSession, ...]:
    return (
        PastSession(
            date(2026, 10, 14),
            SessionKind.VISIT,
            ("Sofie Peeters", "Karim Amrani"),
            (
                MarkedText(
                    "La livraison de la scie est confirmée pour la première semaine de décembre. Il manque "
                    "encore l’arrivée électrique triphasée : le devis de l’installateur est attendu."
                ),
                MarkedText(
                    "Karim tient à jour le temps passé par porte ; la moyenne est de 6 h 20. Le fournisseur de "
                    "bois de déconstruction peut livrer deux palettes par semaine, triées par essence, "
                    "à condition de recevoir la commande quinze jours à l’avance."
                ),
            ),
        ),
        PastSession(
            date(2026, 9, 3),
            SessionKind.CALL,
            ("Sofie Peeters",),
            (MarkedText("Accord de la banque pour le crédit de la scie. Recherche un second menuisier."),),
        ),
    )


def _full_sheet_promises() -> tuple[OpenPromise, ...]:
    return (
        OpenPromise(
            "Mettre en relation avec l’équipe export pour les Pays-Bas",
            OwnerKind.US,
            due=date(2026, 11, 11),
            days_late=12,
        ),
        OpenPromise("Envoyer la fiche « permis d’environnement classe 2 »", OwnerKind.US, due=date(2026, 12, 4)),
        OpenPromise(
            "Proposer deux dates de visite croisée avec un atelier textile", OwnerKind.US, due=date(2026, 12, 11)
        ),
        OpenPromise("Devis de la ponceuse large bande", OwnerKind.ORGANISATION, due=date(2026, 11, 27)),
        OpenPromise(
            "Relevé des heures par porte, octobre", OwnerKind.ORGANISATION, due=date(2026, 11, 16), days_late=7
        ),
        OpenPromise(
            "Confirmer le volume de bois trié par semaine",
            OwnerKind.OTHER,
            "Halle aux Matériaux",
            date(2026, 11, 30),
        ),
    )


def full_sheet() -> VisitSheet:
    """A sheet with something in every block but figures."""
    return VisitSheet(
        header=SheetHeader(
            organisation="Atelier Noord",
            code="V-7K3F-9Q2M",
            value_chains=("Bois",),
            project=MarkedText("Panneaux de réemploi en petite série"),
            tracks=("scale-up industriel", "seuil de rentabilité"),
        ),
        footer=FOOTER,
        appointment=Appointment(
            on=date(2026, 11, 23),
            starts_at=time(10, 0),
            address="Quai de l’Industrie 12, 1080 Molenbeek-Saint-Jean",
            access_note=MarkedText("Sonner au portail bleu ; se garer dans la cour, côté quai."),
            contact=SheetContact("Sofie Peeters", "gérante", "nl", "+32 2 555 01 23"),
        ),
        in_short=InShort(
            summary=MarkedText(
                "Menuiserie à partir de bois de réemploi, sept personnes. Carnet rempli jusqu’en mars, mais le débit "
                "des panneaux bloque la production : une scie à panneaux est commandée. Veut passer de pièces uniques "
                "à une petite série de portes coupe-feu, avec un essai chez un premier promoteur au printemps."
            ),
            file_open_since=date(2026, 1, 12),
            nth_visit=3,
            next_step=MarkedText("arrêter le plan d’atelier et la date de mise en service de la scie."),
            days_since_contact=40,
        ),
        last_sessions=_full_sheet_last_sessions(),
        promises=_full_sheet_promises(),
        missing_evidence=(
            MissingEvidence("Bilan social du 3e trimestre", "Emploi en croissance"),
            MissingEvidence("Comptes annuels 2025 déposés", "Seuil de rentabilité"),
        ),
        questions=(
            MarkedText("Où est le goulot depuis la commande de la scie ?"),
            MarkedText("Chiffres d’octobre : ventes, charges, ETP ?"),
            MarkedText("Recrutement : quel profil, pour quelle date ?"),
            MarkedText("Qui paie le tri du bois en amont ?"),
            MarkedText("De quoi avez-vous besoin de notre part d’ici Noël ?"),
        ),
    )


def sheet_with_figures() -> VisitSheet:
    """The full sheet with figures followed month by month."""
    real = months(date(2026, 1, 1), 31200, 33800, 35100, 34200, 38900, 41700, None, 39800, 46100, 48200)
    plan = months(date(2026, 1, 1), 34000, 36000, 38000, 40000, 42000, 44000, 46000, 48000, 50000, 52000, 54000, 56000)
    return replace(
        full_sheet(),
        figures=FiguresBlock(
            series=(
                FigureSeries("Chiffre d’affaires", real),
                FigureSeries("Plan", plan, is_plan=True),
            ),
            last_months=(
                MonthFigures("2026-08", Decimal("39800"), Decimal("18100"), Decimal("21400"), fte=Decimal("7.0")),
                MonthFigures("2026-09", Decimal("46100"), Decimal("20950"), Decimal("21600"), fte=Decimal("7.5")),
            ),
            missing_month="2026-10",
        ),
    )


def sparse_sheet() -> VisitSheet:
    """Nothing known but a name."""
    return VisitSheet(header=SheetHeader("Fil & Fibre", "V-2D8C-4HT6"), footer=FOOTER)


LONG_NAME = (
    "Société coopérative agréée comme entreprise sociale pour le réemploi, la réparation et la remise en circulation "
    "d’équipements électriques et électroniques du canal, de Cureghem et des environs – Élec Seconde Vie"
)


ENDLESS = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 2


def _extreme_sheet_last_sessions() -> tuple[PastSession, ...]:
    return (
        PastSession(
            date(2026, 10, 14),
            SessionKind.MEETING,
            ("Marie-Antoinette van den Broeck", "Karim Amrani", "Els De Smet"),
            (MarkedText("Les flux entrants ont doublé. " * 20),),
        ),
        PastSession(date(2026, 9, 3), SessionKind.MAIL, (), (MarkedText(ENDLESS * 3),)),
    )


def _extreme_sheet_promises() -> tuple[OpenPromise, ...]:
    long = "Vérifier avec l’assureur, la commune et le propriétaire que l’auvent, la cour & l’étage "
    long += "<b>peuvent</b> servir de stock R&D "
    return tuple(
        OpenPromise(
            f"{long}n° {n} 🚲",
            (OwnerKind.US, OwnerKind.ORGANISATION, OwnerKind.OTHER)[n % 3],
            "Halle aux Matériaux" if n % 3 == 2 else "",
            date(2026, 12, 1 + n % 28),
            days_late=(n % 4) * 45,
        )
        for n in range(40)
    )


def extreme_sheet() -> VisitSheet:
    """Long names, markup, emoji, forty promises, words without end."""
    sheet = sheet_with_figures()
    return replace(
        sheet,
        header=SheetHeader(
            LONG_NAME,
            "V-EXTR-EME1",
            ("Bois", "Textile", "Vélo", "Équipements électriques & électroniques"),
            MarkedText(
                "Chaîne de remise à neuf <pilote> & logistique inverse à l’échelle de la Région, "
                "avec les partenaires du canal"
            ),
            ("scale-up industriel", "scale-up business", "seuil de rentabilité", "emploi", "international"),
        ),
        appointment=Appointment(
            on=date(2026, 11, 23),
            starts_at=time(8, 15),
            address=(
                "Chaussée de la Très-Longue-Appellation-Officielle-du-Quartier 1234 bte 56, "
                "1070 Anderlecht (bâtiment C)"
            ),
            access_note=MarkedText(
                "Prendre la deuxième entrée après le pont, passer la barrière, suivre les flèches jaunes jusqu’au quai "
                "de chargement n° 7, puis appeler : personne n’entend la sonnette quand les broyeurs tournent."
            ),
            contact=SheetContact(
                "Marie-Antoinette van den Broeck-Vandenberghe de la Tour",
                "directrice des opérations et de la qualité",
                "fr",
                "+32 2 555 01 23 (atelier) / +32 470 00 00 00",
            ),
        ),
        in_short=replace(
            sheet.in_short,
            summary=MarkedText(
                ("Trie, répare et revend des appareils ; R&D en cours sur les batteries <48 V>. " * 5)[:320]
            ),
            next_step=MarkedText(
                "signer la convention avec les trois communes, puis planifier l’essai de tri avec le recycleur 😀."
            ),
        ),
        last_sessions=_extreme_sheet_last_sessions(),
        promises=_extreme_sheet_promises(),
        missing_evidence=tuple(
            MissingEvidence(
                f"Attestation n° {n} de l’organisme de contrôle agréé, avec annexes et tableau de suivi des lots",
                "Projet industrialisé",
            )
            for n in range(5)
        ),
        questions=tuple(
            MarkedText(
                f"Question {n} : comment absorber la hausse des volumes sans louer un bâtiment, et qui le décide ?"
            )
            for n in range(7)
        ),
    )


def full_report() -> VisitReport:
    """A report of one visit, two pages or less."""
    return VisitReport(
        organisation="Atelier Noord",
        footer=FOOTER,
        on=date(2026, 11, 23),
        starts_at=time(10, 0),
        minutes=90,
        place="Quai de l’Industrie 12, 1080 Molenbeek-Saint-Jean",
        project=MarkedText("Panneaux de réemploi en petite série"),
        attendees=(
            Attendee("Sofie Peeters", "gérante", "Atelier Noord"),
            Attendee("Karim Amrani", "chef d’atelier", "Atelier Noord"),
            Attendee("Claire Dumont", "chargée de cluster"),
        ),
        notes=(
            QuestionNote(
                "Où est le goulot depuis la commande de la scie ?",
                "La découpe n’est plus le problème : la nouvelle scie débite une palette en deux heures. "
                "Le goulot est passé au ponçage, fait à la main.\n"
                "Une ponceuse large bande d’occasion est réservée chez un confrère jusqu’au 15 décembre.",
            ),
            QuestionNote(
                "Chiffres d’octobre : ventes, charges, ETP ?",
                "Chiffre d’affaires d’environ 48.000 €, charges comme en septembre. 7,5 ETP depuis le 1er octobre.",
            ),
            QuestionNote(
                "Recrutement : quel profil, pour quelle date ?",
                "Un second menuisier pour janvier. L’annonce est prête ; deux candidats sortent d’une formation.",
            ),
            QuestionNote("", "La direction souhaite visiter un atelier qui poinçonne des portes coupe-feu en série."),
        ),
        decisions=(
            MarkedText("Le plan d’atelier est arrêté dans la version du 20 novembre."),
            MarkedText("La mise en service de la scie est fixée au lundi 7 décembre."),
        ),
        actions=(
            ReportAction("Envoyer le devis de la ponceuse large bande", "Sofie Peeters", date(2026, 11, 27)),
            ReportAction(
                "Mettre en relation avec l’équipe export pour les Pays-Bas", "Claire Dumont", date(2026, 11, 27)
            ),
            ReportAction("Confirmer le volume de bois trié par semaine", "Halle aux Matériaux", date(2026, 11, 30)),
            ReportAction("Préparer la liste des essais coupe-feu demandés par le promoteur", "Karim Amrani"),
        ),
        next_step=NextStep("Visite de l’atelier avec la scie en service.", date(2026, 12, 14)),
        documents=(AttachedDocument("Plan d’atelier v3.pdf"), AttachedDocument("Annonce menuisier.docx")),
        signatures=("Sofie Peeters", "Claire Dumont"),
    )


def sparse_report() -> VisitReport:
    """A report of which only the date is known."""
    return VisitReport("Fil & Fibre", FOOTER, date(2026, 11, 23), SessionKind.CALL)


def extreme_report() -> VisitReport:
    """A report that runs over many pages."""
    report = full_report()
    return replace(
        report,
        organisation=LONG_NAME,
        notes=tuple(
            QuestionNote(
                f"Question {n} : <b>quels</b> freins & quelles pistes R&D ?",
                f"Réponse {n} 😀 " + "Le volume trié augmente, mais la place manque. " * (n * 3 + 1),
            )
            for n in range(12)
        ),
        actions=tuple(
            ReportAction(
                "Vérifier avec la commune que la cour & l’étage peuvent servir de stock " * (1 + n % 3),
                f"Partenaire n° {n}",
                date(2026, 12, 1 + n % 28),
            )
            for n in range(40)
        ),
        documents=tuple(AttachedDocument(f"Annexe {n} – {'relevé ' * 20}.pdf") for n in range(6)),
    )


def planted_sheet(edition: Edition = Edition.SHAREABLE) -> VisitSheet:
    """The full sheet with internal and restricted sentences wherever one can be written."""
    sheet = sheet_with_figures()
    assert sheet.figures is not None
    inner, hidden = Visibility.INTERNAL, Visibility.RESTRICTED
    return replace(
        sheet,
        footer=replace(FOOTER, edition=edition),
        header=replace(sheet.header, project=MarkedText("INTERNAL-project", inner)),
        appointment=replace(sheet.appointment, access_note=MarkedText("RESTRICTED-access", hidden)),
        in_short=replace(
            sheet.in_short,
            summary=MarkedText("INTERNAL-summary", inner),
            next_step=MarkedText("RESTRICTED-step", hidden),
        ),
        last_sessions=(
            PastSession(
                date(2026, 10, 14),
                SessionKind.VISIT,
                ("Sofie Peeters",),
                (MarkedText("Visible."), MarkedText("INTERNAL-note", inner), MarkedText("RESTRICTED-note", hidden)),
            ),
        ),
        promises=(
            OpenPromise("INTERNAL-promise", OwnerKind.US, visibility=inner),
            OpenPromise("RESTRICTED-promise", OwnerKind.ORGANISATION, visibility=hidden),
            OpenPromise("Visible promise", OwnerKind.ORGANISATION),
        ),
        figures=replace(
            sheet.figures,
            series=(
                *sheet.figures.series,
                FigureSeries("INTERNAL-series", months(date(2026, 1, 1), 1, 2), visibility=inner),
            ),
        ),
        missing_evidence=(MissingEvidence("INTERNAL-proof", "x", inner),),
        questions=(MarkedText("RESTRICTED-question", hidden), MarkedText("INTERNAL-question", inner)),
    )
