"""Where texts come from: credits, copies, rewrites, lineage and versions.

In: texts of articles, their dates and outlets, and the passages of their facts.
Out: `model.Lineage` rows, whose spans index the `text` of their article, and what is counted and built from such rows.

- `credits.find_credits`: an article's text -> the outlets that it credits
- `copies.shingles`: a text -> numbers for its runs of words, by which copies are found
- `copies.find_copies`, `find_copies_by_shingles`: texts, or their shingles -> which articles have passages of which
- `rewrites.find_rewrites`: passages of facts -> which articles tell the same in the same order
- `lineage.merge_credits`, `count_sources`, `source_counter`: rows -> how many sources are independent;
  `source_numbers`, `source_numberer`: which articles have one source
- `source_tree.build_source_tree`: heads and rows -> the lines of the tree of sources
- `versions.sentence_edits`: two texts -> sentences added, deleted and edited; spans index the one and the other text
- `outlet_names.outlet_key`, `outlet_label`: what outlets are called

The modules are imported one by one: copies load numpy, and a list of sources does not need it.
"""
