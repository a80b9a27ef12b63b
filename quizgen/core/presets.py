"""Papers of known exams as data, each with its year and where its figures come from.

A void policy is UPSC's for UPSC's own papers (see `marking`). For the other bodies no rule was
confirmed: their void questions are dropped from marks and maximum alike.
"""

from dataclasses import dataclass
from fractions import Fraction

from quizgen.core.paper import MarkingScheme, VoidPolicy


@dataclass(frozen=True, slots=True)
class Preset:
    """One paper of one exam.

    Attributes:
        questions: In the whole paper.
        seconds: For the whole paper.
        question_seconds: Where each question has a clock of its own.
        year: As of which the figures hold.
    """

    name: str
    title: str
    questions: int
    seconds: int
    marking: MarkingScheme
    year: int
    source: str
    question_seconds: int | None = None


def _scheme(right: str, wrong: str, void: VoidPolicy = VoidPolicy.DROP) -> MarkingScheme:
    return MarkingScheme(Fraction(right), Fraction(wrong), void=void)


_UPSC = VoidPolicy.SCALE
_UPSC_GS1 = _scheme("2", "2/3", _UPSC)

PRESETS: dict[str, Preset] = {
    preset.name: preset
    for preset in (
        Preset(
            "upsc-gs1",
            "UPSC Civil Services (Preliminary), General Studies Paper I",
            100,
            7_200,
            _UPSC_GS1,
            2025,
            "UPSC examination notice, reprinted by coaching institutes; papers of 2024 and 2025",
        ),
        Preset(
            "upsc-csat",
            "UPSC Civil Services (Preliminary), General Studies Paper II (CSAT)",
            80,
            7_200,
            _scheme("5/2", "5/6", _UPSC),
            2025,
            "UPSC examination notice, reprinted by coaching institutes; papers of 2024 and 2025",
        ),
        Preset(
            "speed-19",
            "Speed test, 19 seconds a question, marks of UPSC Paper I",
            100,
            1_900,
            _UPSC_GS1,
            2025,
            "Government Exam Guru's quizzes of 100 questions; marks as in UPSC's Paper I",
            question_seconds=19,
        ),
        Preset(
            "ssc-cgl-1",
            "SSC Combined Graduate Level, Tier I",
            100,
            3_600,
            _scheme("2", "1/2"),
            2025,
            "firstjobalerts.com and exampot.com, in agreement",
        ),
        Preset(
            "nda-gat",
            "NDA, General Ability Test",
            150,
            9_000,
            _scheme("4", "4/3", _UPSC),
            2025,
            "centuriondefenceacademy.com and others, in agreement",
        ),
        Preset(
            "cds-gk",
            "CDS, General Knowledge",
            120,
            7_200,
            _scheme("5/6", "5/18", _UPSC),
            2025,
            "avision.co.in and ssbcrack.com, in agreement",
        ),
        Preset(
            "uppsc-gs1",
            "UPPSC, General Studies Paper I",
            150,
            7_200,
            _scheme("4/3", "4/9"),
            2025,
            "jagranjosh.com",
        ),
        Preset(
            "bpsc",
            "BPSC, Combined Competitive Examination (71st)",
            150,
            7_200,
            _scheme("1", "1/3"),
            2025,
            "jagranjosh.com, 9 September 2025; news9live.com for the 69th",
        ),
        Preset(
            "mpsc-1",
            "MPSC Rajyaseva, Paper I",
            100,
            7_200,
            _scheme("2", "1/2"),
            2025,
            "riimacademy.com and cyberdiction.com, in agreement",
        ),
        Preset(
            "rpsc-ras",
            "RPSC RAS (Preliminary)",
            150,
            10_800,
            MarkingScheme(
                Fraction(4, 3),
                Fraction(4, 9),
                Fraction(4, 9),
                declining=True,
                blank_limit=Fraction(1, 10),
                void=VoidPolicy.DROP,
            ),
            2025,
            "india.com; utkarsh.com and pw.live in agreement",
        ),
    )
}

DEFAULT = PRESETS["upsc-gs1"]
SECTIONAL_QUESTIONS = 25
