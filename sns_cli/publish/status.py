"""The HTTP statuses that mean something to the engine (``http`` is for adapters)."""

from enum import IntEnum


class Status(IntEnum):
    """A status by name (RFC 9110)."""

    OK = 200
    NO_CONTENT = 204
    MULTIPLE_CHOICES = 300
    BAD_REQUEST = 400
    UNAUTHORIZED = 401
    PAYMENT_REQUIRED = 402
    FORBIDDEN = 403
    NOT_FOUND = 404
    TOO_LARGE = 413
    UNSUPPORTED_TYPE = 415
    UNPROCESSABLE = 422
    TOO_MANY_REQUESTS = 429
