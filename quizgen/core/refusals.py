"""Why an event is refused; each error's text tells the candidate."""


class Refused(Exception):
    """An event the rules do not allow now; its text tells the candidate why."""


class NotStarted(Refused):
    """The clocks have not been started."""


class AlreadyStarted(Refused):
    """The attempt is under way."""


class OnPause(Refused):
    """The clocks are stopped."""


class AlreadySubmitted(Refused):
    """The paper was submitted."""


class Late(Refused):
    """A deadline passed before the event arrived."""


class QuestionLocked(Refused):
    """The question can no longer be answered."""


class QuestionNotOpen(Refused):
    """Another question is open."""


class CannotOpen(Refused):
    """The question cannot be opened now, or does not exist."""


class NoSuchOption(Refused):
    """The question has no such option."""


class NotAllowed(Refused):
    """This paper does not have what was asked for."""
