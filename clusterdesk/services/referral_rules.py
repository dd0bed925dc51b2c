"""From when on a team counts as silent, as the settings say it."""

from clusterdesk.config.settings import Settings
from clusterdesk.domain.referrals.silence import SilenceRule


def silence_rule(settings: Settings) -> SilenceRule:
    """Return the days after which an answer is late, turns red, and is reminded of."""
    return SilenceRule(settings.answer_days, settings.answer_red_days, settings.news_days, settings.chase_days)
