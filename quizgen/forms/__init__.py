"""The forms of UPSC questions: what an author says is true becomes a Question and its Answer."""
