"""User intents: one frozen dataclass each; forms, the command line and import rows all build these."""
