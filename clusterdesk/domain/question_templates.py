"""Which questions suit a visit."""

from collections.abc import Collection, Iterable

from clusterdesk.domain.records.lists import Question

FIRST_VISIT, FOLLOW_UP = "first_visit", "follow_up"
# The template of the first track of a file that has one of its own, in this order.
_BY_TRACK = (
    ("break_even", "break_even"),
    ("industrial_scale_up", "industrial"),
    ("employment", "employment"),
    ("business_scale_up", "business"),
    ("international", "international"),
)


def suggested_template(track_keys: Collection[str], held_before: int, known: Collection[str]) -> str:
    """Return the question template for a session of which none was chosen.

    Args:
        track_keys: the keys of the tracks of the coaching file.
        held_before: how many sessions were held with the organisation before.
        known: the templates that have questions in use.
    """
    wanted = [FIRST_VISIT] if held_before == 0 else []
    wanted += [template for track, template in _BY_TRACK if track in track_keys]
    wanted.append(FOLLOW_UP)
    for template in wanted:
        if template in known:
            return template
    return min(known, default="")


def questions_of(questions: Iterable[Question], template: str) -> list[Question]:
    """Return the questions of a template that are in use, in order, of the latest version only."""
    chosen = [one for one in questions if one.template == template and one.active and not one.deleted]
    latest = max((one.version for one in chosen), default=0)
    return sorted((one for one in chosen if one.version == latest), key=lambda one: (one.position, one.key))
