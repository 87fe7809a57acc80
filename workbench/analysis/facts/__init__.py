"""What several articles state: clauses to facts, and how the phrasings of one fact differ.

In: the clauses (`model.Clause`) and positions of articles, with dates and outlets.
Out: `model.Fact` values. Spans of phrasings and differences index the `text` of their article; spans of marks, changes
and alignments index the texts given.

- `fact_assembly.find_facts`: clauses of several articles -> facts; `group_passages` and `build_fact` are its last steps
- `article_signatures.article_signature`, `pack`, `unpack`: an article's clauses -> what is kept of it for comparisons
- `clause_places.ClausePlaces`, `ClauseHashes`: signatures -> where each clause stands, and which stands at a place
- `clause_table.ClauseTable`: signatures and vectors -> pairs of clauses that are worth comparing
- `position_statements.stated_positions`, `sides_by_clause`: positions -> what clauses state
- `matching.match_scores`: pairs -> how surely each states the same thing
- `clustering.find_groups`: scores, must-link and cannot-link pairs -> groups
- `possible_phrasings.find_possible_phrasings`: facts -> passages of other outlets that may state them
- `differences.find_differences`, `mark_differences`: phrasings -> their differences; two texts -> what to mark
- `word_alignment.align`: two texts -> the words that stayed and that changed
- `side_by_side.compare_phrasings`: a fact -> its phrasings in columns
- `coverage.build_coverage`: facts and clauses -> which outlet reports what

The modules are imported one by one: matching loads numpy, and an alignment does not need it.
"""
