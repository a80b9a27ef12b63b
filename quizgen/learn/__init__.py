"""What is learned over time: when facts are due for revision, what is weak, and progress."""
