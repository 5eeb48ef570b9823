"""Public bodies, by name."""
