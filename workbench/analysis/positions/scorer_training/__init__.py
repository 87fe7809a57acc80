"""Trains the model that says where holders stand (`nlp.position_scorer`); needs the `train` extra, never imported at
run time.

- `labelled_stories`: labelled stories -> examples, an article each
- `batches`: examples -> what the network is given
- `network`: the network
- `run`: the command
- `export`: the trained network -> the files of `nlp/models/positions`
"""
