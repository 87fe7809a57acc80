-- The clauses that a clause is like are looked up from both sides, so that one more article need not read all of them.

CREATE INDEX likeness_other ON likeness(other);
