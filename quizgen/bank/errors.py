"""What a bank cannot do, told so that it can be mended."""

from quizgen.core.errors import UserError


class BankError(UserError):
    """A request that this bank, or this path, cannot meet."""


class MissingPath(BankError):
    """A path that was named is not there, or cannot be read."""


class NoQuestionFiles(BankError):
    """A folder that was named holds no question file."""


class UnknownTopic(BankError):
    """No question is about the topic that was named."""


class UnknownModel(BankError):
    """No item model goes by the name that was given."""
