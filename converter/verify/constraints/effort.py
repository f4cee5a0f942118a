"""How much work one report may cause where its numbers are tried out against one another."""

MOST_STEPS = 40_000_000  # some twenty seconds; a long report takes a twentieth of it
EVALUATION, A_CLAIM = 60, 5  # steps that an evaluation takes, and each claim that it uses


class Effort:
    """The steps, each about the time to look at one claim, that may still be spent on a report; `is_spent`
    once something was left undone for lack of them.
    """

    def __init__(self, most: int = MOST_STEPS) -> None:
        self._left = most
        self.is_spent = False

    def spend(self, steps: int) -> bool:
        """Take away steps about to be done; False if they are too many."""
        self._left -= steps
        self.is_spent = self.is_spent or self._left < 0
        return self._left >= 0

    def spend_on(self, evaluations: int, claims: int) -> bool:
        """Take away the steps of evaluating constraints that use a number of claims each."""
        return self.spend(evaluations * (EVALUATION + A_CLAIM * claims))
