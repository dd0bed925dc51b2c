"""The question of a visit sheet about the next event: is the company invited, registered, does it come?"""

from datetime import timedelta

from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.views.edition import MarkedText
from clusterdesk.domain.views.organisation_page import OrganisationPage
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator
from clusterdesk.store.desk_store import Store
from clusterdesk.store.queries.next_event import next_event, taking_part

_AHEAD_DAYS = 90


def event_question(store: Store, page: OrganisationPage, t: Translator) -> MarkedText | None:
    """Return what to ask about the next event that everybody may know of, None where none is near."""
    today = store.clock.today()
    with store.read() as connection:
        found = next_event(connection, today, Visibility.SHAREABLE)
        if found is None or found[0].on > today + timedelta(days=_AHEAD_DAYS):
            return None
        event = found[0]
        family = {page.organisation.id, *(one.id for one in page.merged)}
        mine = taking_part(connection, event.id, family)
    day = Formats(t.language).day_month(event.on)
    staying = [one for one in mine if one.cancelled_on is None]
    if event.host_id in family:
        return MarkedText(t("{title}, {day}: at their place – is everything ready?", title=event.title, day=day))
    if any(one.registered_on is not None for one in staying):
        return MarkedText(t("{title}, {day}: registered – still coming?", title=event.title, day=day))
    if any(one.cancelled_on is not None for one in mine):
        return MarkedText(t("{title}, {day}: cancelled – why?", title=event.title, day=day))
    if any(one.invited_on is not None for one in staying):
        return MarkedText(t("{title}, {day}: invited – are you coming?", title=event.title, day=day))
    return MarkedText(t("{title}, {day}: not invited yet – would it interest you?", title=event.title, day=day))
