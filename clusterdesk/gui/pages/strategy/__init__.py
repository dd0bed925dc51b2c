"""The strategy of the cluster, edited in place: objectives, indicators, action plan, rules."""
