"""What an author writes of item models: one module for each kind, above what is common."""
