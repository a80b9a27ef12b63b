"""The settings of this user, in `config.toml`, which need not be there.

    [revision]
    retention = 0.9

What is not set is as quizgen has it. A file that makes no sense is an error for commands that need
a setting of it, and for no others.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quizgen.cli.world import BadSetting
from quizgen.learn.schedule import HIGHEST_RETENTION, LOWEST_RETENTION, RETENTION

_SECTIONS = {"revision": ("retention",)}
"""The settings there are, by section."""

_ALLOWED = f"a number from {LOWEST_RETENTION} to {HIGHEST_RETENTION}"
_EXAMPLE = f"write `[revision]` on a line, and `retention = {RETENTION}` on the next"


@dataclass(frozen=True, slots=True)
class Settings:
    """What a user may set.

    Attributes:
        retention: The chance of recall at which a fact is due for revision.
    """

    retention: float = RETENTION


def read_settings(path: Path) -> Settings:
    """Return the settings in a file; the usual ones if there is none.

    Raises:
        BadSetting: Something else stands in it than settings.
        CannotRead: It cannot be read.
    """
    try:
        data = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return Settings()
    except OSError as error:
        from quizgen.cli.files import CannotRead

        raise CannotRead(
            f"cannot read the settings in `{path}`: {error.strerror or error}",
            help="make it a file that you may read, or take it away: it need not be there",
        ) from error
    found = _parsed(data, path)
    _check_names(found, path)
    return Settings(_retention(found.get("revision", {}).get("retention", RETENTION), path))


def _parsed(data: bytes, path: Path) -> Mapping[str, Any]:
    import tomllib

    try:
        return tomllib.loads(data.decode("utf-8-sig"))  # some editors put a mark before the text
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise BadSetting(
            f"line {line} of `{path}` is not UTF-8 text", help="save the file as UTF-8"
        ) from error
    except tomllib.TOMLDecodeError as error:
        what, line = _fault(str(error), data)
        raise BadSetting(f"line {line} of `{path}` is not TOML: {what}", help=_EXAMPLE) from error


def _fault(told: str, data: bytes) -> tuple[str, int]:
    """What is wrong, and on which line, of what the parser tells."""
    what, _, where = told.partition(" (at ")
    line = re.match(r"line (\d+)", where)  # else it is the end of the file
    return what[:1].lower() + what[1:], int(line[1]) if line else len(data.splitlines())


def _check_names(found: Mapping[str, Any], path: Path) -> None:
    """Refuse sections and settings that there are not."""
    for section, settings in found.items():
        if not isinstance(settings, dict):
            raise BadSetting(f"`{section}` in `{path}` is in no section", help=_EXAMPLE)
        if section not in _SECTIONS:
            raise BadSetting(
                f"there is no section `{section}`, which `{path}` has",
                help=_meant(section, _SECTIONS),
            )
        for name in settings:
            if name not in _SECTIONS[section]:
                raise BadSetting(
                    f"there is no setting `{name}`, which `{path}` has in `{section}`",
                    help=_meant(name, _SECTIONS[section]),
                )


def _meant(name: str, names: Collection[str]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(name.casefold(), names, n=1)
    return f"did you mean `{close[0]}`?" if close else f"there is only `{', '.join(names)}`"


def _retention(value: Any, path: Path) -> float:
    where = f"`retention` in `{path}`"
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise BadSetting(f"{where} is no number", help=f"write {_ALLOWED}, without quotes")
    if LOWEST_RETENTION <= value <= HIGHEST_RETENTION:
        return float(value)
    share = value / 100
    is_percent = LOWEST_RETENTION <= share <= HIGHEST_RETENTION
    raise BadSetting(
        f"{where} is {value:g}",
        why="it is the chance that you still know a fact when it comes back: higher asks you more "
        "often, lower lets you forget more",
        help=f"write {share:g} for {value:g} %" if is_percent else f"write {_ALLOWED}",
    )
