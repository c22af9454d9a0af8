"""X through tweepy (API v2, OAuth 1.0a). Start reading at ``channel.py``.

``channel``      the port: identify, prepare, send, read back, delete
``credentials``  the four secrets, and where requests may go
``media``        pictures and their descriptions, handed over before the post
``transport``    the one way out: timeouts, no retry, no redirect, and "did it leave?"
``failures``     exceptions → why there is no answer
``answers``      HTTP responses → ``Reply``
``proof``        what a body must say before its status is believed
``timeline``     posts as X shows them → posts as people read them
``scrub``        takes credentials out of whatever a server echoes

Only ``credentials`` is loaded with the package: most who ask for it send nothing.
"""

from sns_cli.adapters.channels.x.credentials import XCredentials, check_api_base

__all__ = ["XCredentials", "check_api_base"]
