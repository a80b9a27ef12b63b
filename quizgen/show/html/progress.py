"""The page of progress: how someone is doing, from the whole down to topic and form."""

from collections.abc import Callable, Iterator, Sequence

from quizgen.core.progress import Coverage, Progress, Standing
from quizgen.show import progress_words as words
from quizgen.show.findings import topic_or_none
from quizgen.show.html.boxes import table
from quizgen.show.html.frame import document, made_by, section
from quizgen.show.html.markup import Element, element
from quizgen.show.html.progress_charts import accuracy_chart, weeks_chart
from quizgen.show.html.summary import figure
from quizgen.show.words import capital, date_in_words, duration

_TITLE = "How you are doing"


def progress_page(found: Progress, version: str) -> str:
    """Return progress as one HTML file.

    Args:
        version: Of quizgen.
    """
    body = element(
        "body",
        _header(found),
        element("main", *_main(found)),
        element("footer", made_by(version)),
    )
    return document(f"Progress on {date_in_words(found.today)}", version, body)


def _header(found: Progress) -> Element:
    day = element("time", date_in_words(found.today), datetime=found.today)
    return element("header", element("p", "Progress, ", day), element("h1", _TITLE))


def _main(found: Progress) -> Iterator[Element]:
    yield from (element("p", sentence) for sentence in _sentences(found))
    if found.whole.ever.accuracy is not None:
        yield section("now", "Accuracy now", *_now(found))
        yield section("charts", "Weeks and certainty", _charts(found))
        yield from _groups(found)
    if found.coverage:
        yield section("coverage", "Questions seen", _coverage(found.coverage))


def _sentences(found: Progress) -> Iterator[str]:
    ever = found.whole.ever
    if not ever.number:
        yield words.NOTHING
        return
    yield f"{words.answered(found)}."
    yield f"{words.streak(found.streak)}."
    if ever.accuracy is None:
        yield words.EARLY


def _now(found: Progress) -> Iterator[Element]:
    now = found.whole.now
    if now.accuracy is None:
        yield element("p", f"{capital(words.TOO_FEW)}.")
    else:
        share = element("strong", words.accuracy(now))
        yield element("p", share, f" of your latest {now.number} answers", class_="score")
    figures = (figure(name, value) for name, value in _figures(found))
    yield element("dl", *figures, class_="figures")
    if found.guesses is not None:
        yield element("p", f"{capital(words.guesses(found.guesses))}.")
    yield element("p", words.LEGEND, class_="aside")


def _figures(found: Progress) -> Iterator[tuple[str, str]]:
    before, time = found.whole.before, found.whole.time
    if before.accuracy is not None:
        yield f"The {before.number} before", words.accuracy(before)
    times = (
        ("Time each", time.each_ms),
        ("On the clock", time.paced_each_ms),
        ("Time allowed", time.allowed_each_ms),
    )
    for name, each in times:
        if each is not None:
            yield name, duration(each)
    if found.revision is not None:
        yield "Due for revision", words.revision(found.revision)


def _charts(found: Progress) -> Element:
    drawn = [_titled("Accuracy by week", weeks_chart(found.whole.weeks))]
    if found.certainty:
        rows = [
            (f"{capital(each.level)}: {words.thousands(each.now.number, 'answer')}", each.now)
            for each in found.certainty
        ]
        title = "When you said how sure you were"
        drawn.append(_titled(title, accuracy_chart("certainty", title, rows)))
    return element("div", *drawn, class_="charts")


def _titled(title: str, drawn: Element) -> Element:
    return element("div", element("h3", title), drawn)


def _groups(found: Progress) -> Iterator[Element]:
    if len(found.topics) > 1:
        title = "Topics, the weakest first"
        rows = [(words.topic(each), each.now) for each in found.topics]
        drawn = accuracy_chart("topics-chart", title, rows)
        yield section("topics", title, drawn, _table("topic", found.topics, words.topic))
    if len(found.forms) > 1:
        title = "Forms of questions, the weakest first"
        yield section("forms", title, _table("form", found.forms, words.form))


def _table(by: str, rows: Sequence[Standing], name: Callable[[Standing], str]) -> Element:
    heads = (capital(by), "Answers", "Right", "Accuracy now", "Before", "Time each")
    return table(f"By {by}", heads, [(capital(name(each)), *_cells(each)) for each in rows])


def _cells(standing: Standing) -> tuple[str, ...]:
    ever, time = standing.ever, standing.time.each_ms
    return (
        f"{ever.number:,}",
        f"{ever.right:,}",
        words.accuracy(standing.now),
        words.accuracy(standing.before, few=""),
        "" if time is None else duration(time),
    )


def _coverage(rows: Sequence[Coverage]) -> Element:
    heads = ("Topic", "Seen", "Questions", "Share")
    cells = [
        (
            capital(topic_or_none(each.topic)),
            f"{each.seen:,}",
            f"{each.questions:,}",
            words.seen_percent(each),
        )
        for each in rows
    ]
    return table("Questions of the bank", heads, cells)
