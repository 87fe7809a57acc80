"""Rebuilds the weights in `nlp/models`; needs the `train` extra. Never imported at run time."""
