"""Read models: the frozen dataclasses that lists, pages, papers and the command line show."""
