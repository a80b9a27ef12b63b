"""The rules of the exam: pure, standard library only; time and chance are arguments."""
