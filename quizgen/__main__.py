"""Run quizgen, as `quizgen` or as `python -m quizgen`."""

import gc
import sys


def main() -> None:
    """Run the command line; Ctrl-C while it is still being loaded ends it like any other.

    Meanwhile the system ends it at once. Python would tell of a `KeyboardInterrupt` in the midst
    of an import with a traceback, and might go on.
    """
    # What a start loads is never garbage, and a command that ends soon leaves next to none; what
    # lasts turns the collector on: see `cli.sit`.
    gc.disable()
    try:
        import signal

        heeded = signal.getsignal(signal.SIGINT) is signal.default_int_handler  # not under `nohup`
        if heeded:
            signal.signal(signal.SIGINT, signal.SIG_DFL)
        from quizgen.cli.main import main as run

        if heeded:
            signal.signal(signal.SIGINT, signal.default_int_handler)
        run()
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
