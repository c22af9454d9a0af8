"""Keeps the libraries under channels and hosts from logging.

tweepy logs request headers, oauthlib the base string and the key it signs with. No
level of verbosity may show that (design 8.4), not even a root logger set to DEBUG.
"""

import logging
from typing import Final

LIBRARIES: Final = ("tweepy", "requests", "requests_oauthlib", "oauthlib", "urllib3")


def silence_libraries() -> None:
    """Cut these libraries' loggers off from every handler; safe to call again."""
    for name in LIBRARIES:
        logger = logging.getLogger(name)
        logger.setLevel(logging.CRITICAL + 1)
        logger.propagate = False
        logger.handlers = [logging.NullHandler()]
