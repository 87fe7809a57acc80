"""Values -> files: one module per format, and the registry that names them all.

In: a `Selection`, the rows of one pane with the articles that they stand in. Out: text in a stream. What every format
says of a row comes from `records`; a new format is a class as `Format` describes it, in a module of its own, with its
line in `FORMATS` of `formats` and a golden file.
"""
