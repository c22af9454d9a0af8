"""A service to rehearse on: the part of X that ``sns`` uses, on this machine only.

It is part of the product: staff practise with it, the demo and the tests send to it.
It checks what X checks (OAuth 1.0a, weighted length, duplicates, pictures, rate
limits), shows posts as X does (shortened links, escaped characters) and misbehaves when
told to.

``server``     :class:`RehearsalServer`: start and stop
``sockets``    connections, and how they hang, break and end
``routes``     request → answer: who may ask, what goes wrong, which endpoint
``api``        the four endpoints of design 8.4 about posts
``uploads``    the two about pictures
``multipart``  how pictures arrive
``oauth``      signatures, timestamps, nonces
``store``      posts, pictures and nonces in SQLite; they outlive the process
``faults``     the ways to misbehave
``limits``     rate limits and their headers
``shorten``    texts as X shows them
``problems``   X's error bodies
``page``       the timeline people look at
``http``       the values that pass between these
"""

from sns_cli.adapters.rehearsal.server import REHEARSAL_CREDENTIALS, RehearsalServer

__all__ = ["REHEARSAL_CREDENTIALS", "RehearsalServer"]
