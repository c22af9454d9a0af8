"""A library's official social media account, run from a git repository.

One POST (a file) becomes one DELIVERY per account::

                a POST                        one DELIVERY per account               the POST again
     draft ──▶ linted ──▶ approved ──▶ due ──▶ claimed ──▶ published ──▶ verified ──▶ archived
     posts/    lint/      approval/    schedule/ └────────── publish/ ──────────┘     archive/
     side exits:  findings   refusal    waiting    rejected · not sent · IN DOUBT (a person decides)

State is derived from git history and ``archive/``, never stored in front matter.
Each step hands on a stronger type: ``Post → ApprovedPost → DuePost → Claim → Receipt``.

Read ``pipeline/__init__.py`` next.
"""  # noqa: E501  (the picture is one line wide)

__version__ = "0.1.0"
