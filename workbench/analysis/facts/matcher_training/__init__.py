"""Trains what tells the same fact: the clause encoder in `nlp/models/facts` and the weights in `data/match.json`.

In: labelled stories (clauses that state one fact, look-alikes). Out: `encoder.onnx` and `match.json`.

- `labelled_stories.read_stories`: a folder of stories -> their clauses, and which pairs are one fact
- `encoder_run.TrainingRun`: stories -> an encoder
- `decision.fit_decision`: stories and vectors from encoders that have not seen them -> weights
- `run`: the command
"""
