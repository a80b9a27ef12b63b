"""What an author writes: the base of all questions, and one module for each kind of them."""
