"""What outside programs make of our files. Programs that no Python package brings are skipped where they are absent."""
