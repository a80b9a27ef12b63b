"""A question with its options."""

from dataclasses import dataclass

from quizgen.forms.specs.base import Common, said, worded


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class OptionSpec:
    """One option with what is said of it: exactly one of `right`, `wrong` and `text`."""

    right: str = worded("The text of the right option")
    wrong: str = worded("The text of a wrong option")
    text: str = worded("The text of an option, where `answer` says which is right")
    why: str = worded("What makes it right or wrong")
    id: str = worded("Its name in this question")

    @property
    def words(self) -> str:
        """The text of the option, whatever the field it was written in."""
        return self.right or self.wrong or self.text


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class ChoiceSpec(Common):
    """A question with its options."""

    question: str = said("The question, above its options")
    options: tuple[str | OptionSpec, ...] = said("Two to five options")
    answer: str = worded("The letter or the text of the right option")
