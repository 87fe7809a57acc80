-- When all that is analysed was compared with all for the last time: the version of the comparison, and how many clauses
-- there were. As long as the version is the same, only what came in or changed is compared.

CREATE TABLE whole_comparison (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  version TEXT NOT NULL,
  clauses INTEGER NOT NULL
) STRICT;
