"""X's error bodies, as its documentation and clients' reports show them."""

from typing import Final

from sns_cli.adapters.rehearsal.http import Answer, json_answer

_TITLES: Final = {
    400: "Invalid Request",
    401: "Unauthorized",
    402: "CreditsDepleted",
    403: "Forbidden",
    404: "Not Found Error",
    413: "Payload Too Large",
    415: "Unsupported Media Type",
    422: "Unprocessable Entity",
    429: "Too Many Requests",
    500: "Internal Server Error",
    501: "Not Implemented",
    502: "Bad Gateway",
    503: "Service Unavailable",
    504: "Gateway Timeout",
}
_DETAILS: Final = {
    400: "One or more parameters to your request was invalid.",
    402: "Your enrolled account does not have any credits to fulfill this request.",
    403: "You are not permitted to perform this action.",
    422: "The request could not be processed.",
}
DUPLICATE: Final = (
    "You are not allowed to create a Tweet with duplicate content."  # seen live, 2026
)


def problem(status: int, detail: str | None = None) -> Answer:
    """Return the error answer for a status (RFC 9457 in X's dialect)."""
    title = _TITLES.get(status, "Error")
    body = {
        "title": title,
        "type": "about:blank",
        "status": status,
        "detail": detail or _DETAILS.get(status, title),
    }
    return json_answer(status, body)
