"""Rules of production projects: the stages they go through, and how they are rated."""
