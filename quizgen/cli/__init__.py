"""The command line: wires everything; alone owns clock, environment, seeds, signals, exit codes."""
