"""What becomes of each line of a widget before it is sent to a terminal that cannot show all."""

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter, NoColor

from quizgen.screen.look import Look
from quizgen.show.ascii import ERRORS


class Encodable(LineFilter):
    """Shows in ASCII what an encoding lacks, in lines as wide as before."""

    def __init__(self, encoding: str) -> None:
        super().__init__()
        self._encoding = encoding

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments so that they can be encoded."""
        del background
        width = Segment.get_line_length(segments)
        shown = [Segment(self._shown(text), style, control) for text, style, control in segments]
        return Segment.adjust_line_length(shown, width, segments[-1].style if segments else None)

    def _shown(self, text: str) -> str:
        return text.encode(self._encoding, ERRORS).decode(self._encoding)


def filters_for(look: Look) -> tuple[LineFilter, ...]:
    """Return what a terminal of that look needs; nothing for most."""
    found: list[LineFilter] = []
    if look.colourless:
        found.append(NoColor())
    if "utf" not in look.encoding.lower():
        found.append(Encodable(look.encoding))
    return tuple(found)
