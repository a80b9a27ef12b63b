"""The rules of the exam, proved without clock, file or terminal."""
