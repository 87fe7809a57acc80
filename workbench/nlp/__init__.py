"""The language model: what turns text into tokens, parses and tagged spans. No results, no database."""
