"""What every reader knows and no article says: who held which office, where a city or state is, whose parliament.

In: a name, as an article or the analyst writes it.
Out: the persons who bear it with their terms of office, or a country's code; nothing where the tables do not know, or
know two. What to make of it is for `analysis/entities` to say.

- `office_holders.find_bearers`, `use_analyst_people`: a person's name -> who bears it; whom the analyst lays over them
- `analyst_people.read_people`: the analyst's own table -> its persons, and what is wrong with its lines
- `bodies.find`: the institutions that a text names, and whose they are
- `places.country_of_place`, `is_ambiguous`: a city, state or region -> its country
- `legislators.us_legislator`: "R-Texas", "Democrat of Ohio" -> the state that somebody sits for

The tables are files of sorted lines in `analysis/data`, looked up in place (`sorted_file`): nothing is loaded at start.
`table_building/` makes them from their sources and is never imported at run time.
"""
