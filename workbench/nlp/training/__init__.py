"""Rebuilds the weights in `nlp/models`; needs the `train` extra. Never imported at run time.

In: the corpora PolNeAR and worldwide newswire. Out: the files in `nlp/models/tagger`. All spans of corpora index their
raw texts.

- `tagger.main`: the whole run, from corpora to model
- `polnear.read_corpus`, `newswire.read_articles`: a corpus -> its articles with what people marked in them
- `parse_store.parse_texts`, `silver_names`: texts -> parses, and names that are taken for certain
- `examples.label_window`, `batches.make_steps`: articles -> windows with labels, and what one step trains on
- `pseudo_labels.pseudo_label`: a trained model -> attributions of texts that nobody labelled
- `calibration.calibrate`: a trained model -> how likely its attributions are right
- `export.export`: the trained network -> the files that `nlp.tagger` reads
"""
