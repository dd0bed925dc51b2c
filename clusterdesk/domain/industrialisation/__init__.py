"""Industrial maturity by questions, what a workshop can make, and when a project counts as industrialised."""
