"""Run quizgen, as `quizgen` or as `python -m quizgen`."""

import gc
import sys


def main() -> None:
    """Run the command line; Ctrl-C while it is still being loaded ends it like any other."""
    gc.disable()  # what a start loads is never garbage; `awake` turns it on for what lasts
    try:
        from quizgen.cli.main import main as run

        run()
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
