"""Articles to results, pure: no database, no settings, no clock."""
