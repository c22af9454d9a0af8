"""Composition root: settings and secrets → adapters → pipeline.

The only place that picks real things. One file per way of looking at a library: its
folder (``folder``), its local history (``reader``), its ``main`` (``publishing``,
``approving``), and a new one (``starter``).
"""
