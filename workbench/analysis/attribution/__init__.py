"""Who said what: attributions of the model to quotes with their speakers, source chains and layouts."""
