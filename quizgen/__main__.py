"""Run quizgen, as `quizgen` or as `python -m quizgen`."""

import gc
import sys


def main() -> None:
    """Run the command line; Ctrl-C while it is still being loaded ends it like any other."""
    gc.disable()  # nothing that is loaded here is ever garbage, and looking for it takes time
    try:
        from quizgen.cli.main import main as run

        gc.freeze()
        gc.enable()
        run()
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
