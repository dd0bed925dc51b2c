"""The rules of a coaching plan: milestones and their days, scores of the diagnostic, what seeds the plan."""
