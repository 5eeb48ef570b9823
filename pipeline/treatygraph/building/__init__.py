"""Building: from files to the folders that a run writes; the only room that may use all others."""
