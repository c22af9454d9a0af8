"""What people are told of an account that the service does not let us use. Pure."""

from sns_cli.model.channel import Reply
from sns_cli.model.delivery import Reason
from sns_cli.publish.status import Status


def refused_access(account: str, answer: Reply) -> Reason:
    """Return why the service does not let us use the account, and what to look at."""
    details = {"account": account, "status": answer.status, "detail": answer.detail}
    if answer.status == Status.UNAUTHORIZED:
        return Reason("credentials-refused", {**details, "names": names_of(account)})
    if answer.status == Status.PAYMENT_REQUIRED:
        return Reason("payment-required", details)
    return Reason("account-refused", details)


def names_of(account: str) -> str:
    """Return what the variables with the account's credentials begin with."""
    return f"SNS_{account.upper().replace('-', '_')}_…"
