"""A text to its units: sentences, clauses, words, quantities and dates. Nothing here knows who is named.

In: an article's text, or its parse (spaCy's `Doc`) and what its words name.
Out: `model.Clause`, `quantities.Quantity` and `model.Span` values, whose offsets index the text given; tokens of the
parse; lists of words.

- `clauses.find_clauses`: a parse -> clauses, each with its names, numbers, action and kind
- `clause_segmentation.split_sentences`, `split_clauses`: a parse -> the tokens of each sentence, of each clause
- `clause_predicates.clause_action`, `clause_kind`, `is_negated`: a predicate -> what its clause states
- `predicates.complements`, `is_negated`, `is_passive`, `modals`: a predicate -> what hangs on it
- `predicate_lexicon.frames`, `verb_classes`: lemmas by the frame and the class that they belong to
- `quantities.find_quantities`: a text -> numbers and dates in a form that can be compared
- `dates.resolve_date`: a date and the day of its article -> the days that it may be
- `date_tense.date_tenses`: a stretch of a parse -> whether each of its dates is in the future or the past
- `sentences.sentence_spans`, `sentence_at`: a text -> its sentences, or the one around a span, without a parse
- `token_spans.token_span`, `subtree_span`, `tokens_at`: tokens -> where they stand in the text, and back
- `words.stem`, `concept`: a word -> the form by which it is compared
- `typography.normalize_typography`: a text -> the same without what is typography alone
- `lexicon.read_lines`, `roles`, `offices`, `is_role`: the word lists of `analysis/data`

The modules are imported one by one: most need no more than a text.
"""
