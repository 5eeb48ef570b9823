"""Provisions: divisions of instruments, with their paths."""
