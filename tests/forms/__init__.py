"""What is promised of the forms of questions, proved."""
