"""Languages: the translator and the formats, objects that are passed and never global."""
