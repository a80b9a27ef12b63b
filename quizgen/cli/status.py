"""The exit statuses of the design, but for signals: those end with 128 and their own number."""

PROBLEMS = 1
WRONG_USE = 2
OUR_FAULT = 70
HUNG_UP = 129
INTERRUPTED = 130
