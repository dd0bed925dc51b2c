"""Value chains and projects: links and who stands there, production projects, prospects, offers and needs."""
