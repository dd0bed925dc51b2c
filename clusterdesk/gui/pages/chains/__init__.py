"""Value chains and projects: links and who stands there, production projects, offers and needs."""
