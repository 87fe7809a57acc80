"""Who and what a text names: persons, countries and blocs, their offices and where they belong."""
