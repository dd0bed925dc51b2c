"""Reading for screens, documents and the command line: selects that give views of the domain."""
