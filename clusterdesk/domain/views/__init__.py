"""Read models: the frozen dataclasses that lists, boards, briefs and the command line show."""
