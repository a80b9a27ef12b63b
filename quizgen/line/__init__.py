"""The line-by-line front end: print and read a line; for pipes, plain terminals, screen readers."""
