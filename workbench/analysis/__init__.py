"""Articles to results, pure: no database, no settings, no clock.

In: an article's text as the language model reads it (`nlp.pipeline.read`). Out: `model.Analysis`, whose spans index the
article's `text`, and what several articles say together.

The packages in the order of the data; each imports only from those before it:

- `text`: sentences, clauses, words, quantities and dates
- `entities`: persons, countries and offices that a text names
- `provenance`: credits, copies, lineage and versions
- `attribution`: quotes and their speakers
- `positions`: where countries and blocs stand
- `facts`: what several articles state, and how they differ; it knows nothing of `positions`, nor they of it

`article.analyse` puts them together for one article; `revision.version` says by what an article was analysed.
"""
