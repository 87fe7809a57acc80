"""Who said what: the tagger's attributions to quotes, each with its speakers, its source chain and its framing.

In: a parsed article's entities and the attributions that `nlp.tagger` found in it.
Out: `model.Quote`, `model.Speaker` and `model.Entity` values, whose spans index the article's text.

- `quotes.find_quotes`: entities and attributions of an article -> its quotes
- `speakers.resolve_speakers`: a mention -> the persons, countries or groups that it stands for
- `speakers.named_entities`: entities and speakers of an article -> everybody who is named in it
- `speaker_countries.with_countries`: quotes -> the same, their speakers with a country where one is known or presumed
- `quote_framing.frame_quote`, `frame_passage`: a content -> the words around it that make it a claim
- `layouts.add_layout_attributions`: attributions -> the same with those that only the layout shows
- `transcripts.add_turns`: quotes -> the same with the turns of interviews
- `verbless_quotes.add_verbless_quotes`: quotes -> the same with quotations that have no verb of their own
- `trailing_speakers.find_trailing_attributions`: quotations -> attributions to whoever is named right behind
- `nested_attributions.find_nested`, `find_reported`: a content -> the attribution inside it
- `source_chains.outlet_cited`, `outlet_told`: a quote -> the outlet that it came through

The modules are imported one by one: the framing of a passage needs no tagger.
"""
