"""The language model: what turns text into tokens, parses and tagged spans. No results, no database.

In: text. Out: spaCy documents, spans and vectors. All offsets index the text given; only `parser.LIMIT` characters of
it are read.

- `pipeline.run_models`: a text -> its parse with named entities, and its attributions
- `kept_output.read`: the same of a text that was read before, from what `output_packing` and `score_packing` kept of it
- `parser.parse`: a text -> tokens, lemmas and dependencies (`spacy.tokens.Doc`)
- `tagger.load`: the attribution and entity model; `windows`, `syntax_features`, `attribution_candidates`,
  `relation_scorer`, `entity_decoding` and `linear_chain` are its parts
- `position_scorer.load`: the model that says which stand a holder takes in a sentence
- `sentence_encoder.encode`: short texts -> vectors whose dot product is their likeness
- `quotation_marks.quoted_spans`, `quote_kind`: a text -> what stands within quotation marks
- `language_identification.detect_language`, `foreign_language`: a text -> its language

The modules are imported one by one, and load their libraries and weights on first use. `training` rebuilds the weights.
"""
