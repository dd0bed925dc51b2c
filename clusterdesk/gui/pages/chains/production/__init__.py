"""Production projects: the matrix, the ranked list, stages, ratings, links they need."""
