"""What stands in the way, in words: what happens, what it costs, what is wished for; locked once it is approved."""

from clusterdesk.domain.records.difficulties import DifficultyState
from clusterdesk.domain.views.difficulties import DifficultyPage
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.record_form import RecordForm
from clusterdesk.gui.forms.special_fields import GrowingNote
from clusterdesk.gui.pages.difficulties import words
from clusterdesk.gui.widgets.card import FormCard
from clusterdesk.gui.widgets.fields.choice import InlineChoice, Option
from clusterdesk.gui.widgets.fields.line import LineField
from clusterdesk.gui.widgets.label import Label

_ROWS = (("title",), ("theme_id", "severity"), ("happens",), ("cost", "currency"), ("cost_remark",), ("wish",))
_APPROVED = ("title", "happens", "cost", "currency", "cost_remark", "wish")
_CAME = (("answer",), ("result",))
_NOTHING = Option(None, "–")


class StoryCard(FormCard):
    """The words of a difficulty. What was approved can be read, not changed: it leaves as it was approved."""

    def __init__(self, context: Context) -> None:
        """Make empty fields."""
        super().__init__(context.kit.t("What stands in the way"))
        self.kit = context.kit
        self.form = RecordForm(context, "difficulty", _ROWS, {"theme_id": [_NOTHING]}, required=("title",))
        self.lock = Label("", "small", wrap=True)
        self.lock.setContentsMargins(7, 0, 7, 0)
        self.add(self.lock, self.form)

    def show_page(self, page: DifficultyPage) -> None:
        """Show a difficulty; typed text stays."""
        record = page.row.record
        self.form.offer("theme_id", words.theme_options(self.kit, page.themes, record.theme_id))
        self.form.show_record(record)
        locked = record.state is not DifficultyState.DRAFT
        for name in _APPROVED:
            field = self.form.field(name)
            if isinstance(field, (LineField, GrowingNote)):
                field.set_read_only(locked)
        t = self.kit.t
        self.lock.setText(t("Approved as it stands: to change it, send it back or take it up again.") if locked else "")
        self.lock.setVisible(locked)


class AnswerCard(FormCard):
    """What was answered and what came of it; there once there is an answer."""

    def __init__(self, context: Context) -> None:
        """Make empty fields."""
        super().__init__(context.kit.t("Answer and result"))
        self.form = RecordForm(context, "difficulty", _CAME)
        self.add(self.form)

    def show_page(self, page: DifficultyPage) -> None:
        """Show a difficulty; typed text stays."""
        record = page.row.record
        self.form.show_record(record)
        answered = (DifficultyState.ANSWERED, DifficultyState.FED_BACK, DifficultyState.CLOSED)
        self.setVisible(record.state in answered)
        self.form.field("result").setVisible(record.state is DifficultyState.CLOSED)


class FactsCard(FormCard):
    """Since when, who follows it, to whom it goes, who may read it."""

    _ROWS = (("on", "visibility"), ("profile_id",), ("recipient_id",), ("remark",))

    def __init__(self, context: Context) -> None:
        """Make empty fields."""
        super().__init__(context.kit.t("Follow-up"))
        self.kit = context.kit
        pointing = {name: [_NOTHING] for name in ("profile_id", "recipient_id")}
        self.form = RecordForm(context, "difficulty", self._ROWS, pointing)
        self.add(self.form)

    def show_page(self, page: DifficultyPage) -> None:
        """Show a difficulty; typed text stays."""
        record, language = page.row.record, self.kit.t.language
        people = [Option(one.id, one.name) for one in page.profiles]
        bodies = [
            Option(one.id, one.name_in(language))
            for one in page.recipients
            if one.active or one.id == record.recipient_id
        ]
        for name, options in (("profile_id", people), ("recipient_id", bodies)):
            self.form.offer(name, [_NOTHING, *options])
        self.form.show_record(record)
        sent = record.state not in (DifficultyState.DRAFT, DifficultyState.APPROVED)
        recipient = self.form.field("recipient_id")
        if isinstance(recipient, InlineChoice):
            recipient.set_read_only(sent)
