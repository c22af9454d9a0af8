"""Where there is no host to tell anybody on."""

from collections.abc import Sequence

from sns_cli.model.notice import Notice


class Nobody:
    """Tells nobody, and is silent about it."""

    def news(self, notices: Sequence[Notice]) -> tuple[Notice, ...]:  # noqa: ARG002  (the port's signature)
        """Return nothing: there is nobody to whom it would be news."""
        return ()

    def tell(self, notice: Notice) -> bool:  # noqa: ARG002  (the port's signature)
        """Tell nothing."""
        return False

    def close(self) -> None:
        """Let go of nothing."""
