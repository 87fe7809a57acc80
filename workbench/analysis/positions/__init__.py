"""Where countries and blocs stand: clauses with a stance to positions, positions to issues, all of them to the matrix.

In: a parsed article with its entities and quotes, then all positions of a case.
Out: `model.Position` values, whose spans index the `text` of their article, labels of issues, and the matrix.

- `position_extraction.extract_positions`: entities and quotes of an article -> its positions
- `scoring.score_candidates`: each holder of each sentence -> what the model says of it
- `rule_positions.read_positions`: what the words for a stance say by rule, which the model is told
- `stances.read_stance`: a predicate -> its stance and what it is about (`stance_readings.StanceReading`)
- `holders.find_holders`: a reading -> the countries and blocs whose position it is
- `topic_choice.choose_topic`: a holder that takes a stand in a sentence -> what it is about, and its clause
- `topic_inheritance.inherit_topics`: positions of an article -> those whose sentence says nothing of it get a topic
- `topics.find_target`, `find_condition`: a reading -> whom it is towards, and what it depends on
- `issues.group_positions`: positions -> the label of the issue of each (`issue_likeness`,
  `bcubed_grouping`, `issue_names`)
- `matrix.build_matrix`, `compare_holders`: positions -> issues by holders; two holders -> where they differ
- `stance_lexicon.use_analyst_words`: lays the analyst's stance words over ours

`scorer_training` rebuilds the model's weights and is never imported at run time.

The modules are imported one by one: issues load numpy and the encoder, and the matrix does not need them.
"""
