"""One result: what was reached and when, who confirmed and validated it, what proves it."""

from uuid import UUID

from PySide6.QtWidgets import QWidget

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.proposals.proof import counts_for
from clusterdesk.domain.records.results import ResultEvent
from clusterdesk.domain.views.organisation_page import ResultCard
from clusterdesk.gui.forms.choosing_row import ChoosingRow
from clusterdesk.gui.forms.record_form import RecordForm
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.organisation.decisions import Decisions
from clusterdesk.gui.pages.organisation.evidence_card import EvidenceCard
from clusterdesk.gui.pages.organisation.proof_fields import AskedProof
from clusterdesk.gui.pages.organisation.result_choices import ResultChoices
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.widgets.card import Column

_ROWS = (("kind", "on"), ("project_id",), ("coaching_file_id",), ("override_reason",), ("remark",))


class ResultRow(ChoosingRow[ResultChoices]):
    """One result with its decisions and its evidence."""

    type_key = "result_event"
    part: ResultCard

    def record_id(self) -> UUID:
        """Return the result's id."""
        return self.part.result.id

    def words(self) -> None:
        """Say what, of which project, when, who decided, and how much evidence there is."""
        t, formats, card = self.kit.t, self.kit.formats, self.part
        first = [part for part in (formats.date(card.result.on), card.project) if part]
        lines = [" · ".join(first), *decision_words(self.kit, card.result)]
        there = sum(not one.wanted for one in card.evidence)
        wanted = len(card.evidence) - there
        counts = [t.n("{n} piece of evidence", "{n} pieces of evidence", n=there)] if there else []
        counts += [t.n("{n} still to obtain", "{n} still to obtain", n=wanted)] if wanted else []
        if not card.evidence:
            counts.append(t("Nothing proves it yet"))
        lines.append(" · ".join(counts))
        self.say(t(choice_label(card.result.kind)), "\n".join(lines), state_chip(self.kit, card.result))

    def build(self) -> QWidget:
        """Return the fields, the decisions and the evidence."""
        options = {"project_id": self.choices.projects(), "coaching_file_id": self.choices.files()}
        self.form = RecordForm(self.context, self.type_key, _ROWS, options)
        self.decisions = Decisions(self.context, self.choices.colleagues)
        self.evidence = EvidenceCard(self.context, self.choices)
        return Column(self.form, self.decisions, self.evidence)

    def fill(self) -> None:
        """Show the result."""
        for name, options in (
            ("project_id", self.choices.projects()),
            ("coaching_file_id", self.choices.files()),
        ):
            self.form.offer(name, options)
        self.form.show_record(self.part.result)
        self.decisions.proof = self._proof()
        self.decisions.show_result(self.part.result)
        self.evidence.result_id = self.part.result.id
        if self.choices.page is not None:
            self.evidence.organisation_id = self.choices.page.organisation.id
        self.evidence.show_parts(self.part.evidence)

    def _proof(self) -> AskedProof | None:
        """Return what is proposed as evidence where none was obtained: what the company said when it was last seen."""
        page, t = self.choices.page, self.kit.t
        loose = page.evidence if page is not None else ()
        known = [*self.part.evidence, *(one for one in loose if counts_for(one, self.part.result))]
        if any(not one.wanted for one in known):
            return None
        last = page.last_contact_on if page is not None else None
        title = t("Said by the company on {day}", day=self.kit.formats.date(last)) if last is not None else ""
        return AskedProof(title, wanted=known)


def state_chip(kit: Kit, result: ResultEvent) -> tuple[str, Tone]:
    """Return how far a result has come."""
    t = kit.t
    if result.revoked_on is not None:
        return t("Revoked"), Tone.BAD
    if result.validated_on is not None:
        return t("Validated"), Tone.OK
    if result.confirmed_on is not None:
        return t("Confirmed"), Tone.INFO
    return t("To confirm"), Tone.WARN


def decision_words(kit: Kit, result: ResultEvent) -> list[str]:
    """Return who confirmed, validated or revoked a result, and when; a line each."""
    t, day, lines = kit.t, kit.formats.date, []
    if result.revoked_on is not None:
        lines.append(t("revoked on {day}: {reason}", day=day(result.revoked_on), reason=result.revoke_reason))
    if result.confirmed_on is not None:
        lines.append(t("confirmed by {name} on {day}", name=result.confirmed_by, day=day(result.confirmed_on)))
    if result.validated_on is not None:
        lines.append(t("validated by {name} on {day}", name=result.validated_by, day=day(result.validated_on)))
    return lines
