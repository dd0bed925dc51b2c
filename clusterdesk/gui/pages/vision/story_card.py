"""What a dossier asks and how far it reaches; who follows it and who may read it."""

from clusterdesk.domain.views.vision import VisionPage
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.record_form import RecordForm
from clusterdesk.gui.widgets.card import FormCard
from clusterdesk.gui.widgets.fields.choice import Option

_ROWS = (("title",), ("question",), ("scope",), ("profile_id", "visibility"))
_NOBODY = Option(None, "–")


class StoryCard(FormCard):
    """Title, question and scope."""

    def __init__(self, context: Context) -> None:
        """Make empty fields."""
        super().__init__(context.kit.t("Question and scope"))
        self.form = RecordForm(context, "vision_dossier", _ROWS, {"profile_id": [_NOBODY]}, required=("title",))
        self.add(self.form)

    def show_page(self, page: VisionPage) -> None:
        """Show a dossier; typed text stays."""
        self.form.offer("profile_id", [_NOBODY, *(Option(one.id, one.name) for one in page.profiles)])
        self.form.show_record(page.record)
