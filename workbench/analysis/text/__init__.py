"""Text to its parts: sentences, clauses, words, quantities, dates. Knows nobody and nothing of the world."""
