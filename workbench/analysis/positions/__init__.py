"""Where countries and blocs stand: clauses with a stance to positions, topics to issues, all of them to the matrix."""
