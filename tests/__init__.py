"""Proofs of what quizgen promises."""
