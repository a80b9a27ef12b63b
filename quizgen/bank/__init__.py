"""Question files: found, read, checked, indexed."""
