-- What gives the vectors of clauses is another model now, of another size: they are made anew where they are asked for.
DELETE FROM wording;
