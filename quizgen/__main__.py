"""Run quizgen, as `quizgen` or as `python -m quizgen`."""

import gc
import sys


def main() -> None:
    """Run the command line; Ctrl-C while it is still being loaded ends it like any other."""
    # What a start loads is never garbage, and a command that ends soon leaves next to none; what
    # lasts turns the collector on: see `cli.sit`.
    gc.disable()
    try:
        from quizgen.cli.main import main as run

        run()
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
