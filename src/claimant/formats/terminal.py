"""The terminal that pages are printed on."""

from __future__ import annotations

from rich.console import Console


class Terminal(Console):
    """Prints what it is given without colouring numbers and names in it.

    Raises:
        BrokenPipeError: when nobody reads the output any more, as any other writing does.
    """

    def __init__(self) -> None:
        super().__init__(highlight=False)

    def on_broken_pipe(self) -> None:
        """Leave what to do to the command; Rich would end the process as failed."""
        raise BrokenPipeError
