"""Where texts come from: credits, copies, rewrites, lineage and versions."""
