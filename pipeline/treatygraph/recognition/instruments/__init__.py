"""Instruments: laws, treaties, policies and decisions, by name or by back-reference."""
