"""What several articles state: clauses to facts, and how the phrasings of one fact differ."""
