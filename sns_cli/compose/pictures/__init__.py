"""Pictures: what a file is, and the bytes that go out for it (decision 0005). Pure.

``kinds``     what a file is by its first bytes, and what its name says
``anatomy``   what every format's parts come to
``jpeg`` ``png`` ``webp`` ``gif``   a file's parts: the picture, and everything else
``look``      :func:`~.look.describe`: kind, pixels, size, or why it cannot be sent
``prepare``   :func:`~.prepare.prepared`: the bytes to send; the only one with Pillow

Everything up to ``look`` reads headers only and loads no image library, so that lint
and preview stay fast.
"""
