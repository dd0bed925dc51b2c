"""The cards beside an orientation: consent, team and answer, outcome, what it belongs to."""

from collections.abc import Sequence

from clusterdesk.domain.records.referrals import ReferralState
from clusterdesk.domain.records.sessions import Session
from clusterdesk.domain.referrals.states import BEFORE
from clusterdesk.domain.views.referrals import ReferralPage
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.record_form import RecordForm
from clusterdesk.gui.pages.referral.need_card import NOTHING, offer
from clusterdesk.gui.widgets.card import FormCard
from clusterdesk.gui.widgets.fields.choice import Option
from clusterdesk.gui.widgets.label import Label


class ReferralFormCard(FormCard):
    """A card of fields of an orientation, with a line that says what is still open."""

    def __init__(
        self, context: Context, heading: str, rows: Sequence[tuple[str, ...]], pointing: Sequence[str] = ()
    ) -> None:
        """Make empty fields; those that are ``pointing`` choose another record."""
        super().__init__(heading)
        self.kit = context.kit
        self.hint = Label("", "muted", wrap=True)
        self.hint.setContentsMargins(7, 0, 7, 0)
        self.form = RecordForm(context, "referral", rows, {name: [NOTHING] for name in pointing})
        self.add(self.hint, self.form)

    def show_hint(self, text: str) -> None:
        """Say something above the fields; nothing takes no room."""
        self.hint.setText(text)
        self.hint.setVisible(bool(text))


class ConsentCard(ReferralFormCard):
    """Who of the organisation agreed, when, to share what."""

    def __init__(self, context: Context) -> None:
        """Make empty fields."""
        rows = (("consent_by",), ("consent_on",), ("consent_what",))
        super().__init__(context, context.kit.t("Consent of the organisation"), rows)

    def show_page(self, page: ReferralPage) -> None:
        """Show the consent."""
        self.form.show_record(page.row.record)
        missing = page.row.record.state is ReferralState.DRAFT
        self.show_hint(self.kit.t("No consent yet: nothing may be handed over without it.") if missing else "")


class TeamCard(ReferralFormCard):
    """Which team has it, since when, until when it should answer, what it decided."""

    def __init__(self, context: Context) -> None:
        """Make empty fields."""
        rows = (
            ("hub_team_id",),
            ("hub_person_id",),
            ("handed_over_on", "decided_on"),
            ("answer_due_on",),
            ("reason",),
        )
        super().__init__(context, context.kit.t("Receiving team"), rows, ("hub_team_id", "hub_person_id"))

    def show_page(self, page: ReferralPage) -> None:
        """Show team and answer."""
        row = page.row
        teams = [Option(one.id, one.name) for one in page.teams]
        if row.team is not None and row.team.id not in {one.key for one in teams}:
            teams.append(Option(row.team.id, row.team.name))
        offer(self.form, "hub_team_id", teams)
        people = [Option(one.id, one.name) for one in page.people]
        if row.person is not None and row.person.id not in {one.key for one in people}:
            people.append(Option(row.person.id, row.person.name))
        offer(self.form, "hub_person_id", people)
        self.form.show_record(row.record)
        waiting = row.record.state in BEFORE
        self.show_hint(self.kit.t("Not handed over yet; a team chosen here is proposed.") if waiting else "")


class OutcomeCard(ReferralFormCard):
    """What came of it."""

    def __init__(self, context: Context) -> None:
        """Make empty fields."""
        rows = (
            ("outcome",),
            ("outcome_on", "outcome_country"),
            ("outcome_value", "outcome_currency"),
            ("outcome_remark",),
        )
        super().__init__(context, context.kit.t("Outcome"), rows)

    def show_page(self, page: ReferralPage) -> None:
        """Show the outcome; it follows once the team is through."""
        self.form.show_record(page.row.record)
        done = page.row.record.state is ReferralState.DONE
        self.form.setVisible(done)
        self.show_hint("" if done else self.kit.t("Noted when the orientation is done."))


class BelongsCard(ReferralFormCard):
    """Project, coaching file, session and colleague; who may read it; what only the team should know."""

    def __init__(self, context: Context) -> None:
        """Make empty fields."""
        pointing = ("profile_id", "project_id", "coaching_file_id", "session_id")
        rows = (*((name,) for name in pointing), ("visibility",), ("remark",))
        super().__init__(context, context.kit.t("Belongs to"), rows, pointing)
        self.show_hint("")

    def show_page(self, page: ReferralPage) -> None:
        """Show what it belongs to."""
        t, formats = self.kit.t, self.kit.formats
        titles = {one.id: one.title for one in page.projects}
        offer(self.form, "profile_id", [Option(one.id, one.name) for one in page.profiles])
        offer(self.form, "project_id", [Option(one.id, one.title) for one in page.projects])
        since = [
            Option(
                one.id,
                t("{kind} · {title}", kind=titles.get(one.project_id, "–"), title=formats.date(one.opened_on)),
            )
            for one in page.files
        ]
        offer(self.form, "coaching_file_id", since)
        offer(self.form, "session_id", [Option(one.id, self._session_words(one)) for one in page.sessions])
        self.form.show_record(page.row.record)

    def _session_words(self, session: Session) -> str:
        day = self.kit.formats.date(session.on)
        return self.kit.t("{kind} · {title}", kind=day, title=session.subject) if session.subject else day
