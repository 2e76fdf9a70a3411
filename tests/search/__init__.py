"""Finding things: what is found, in which order, at which moment, by whom asked how."""
