"""The whole flow, one line per stage; and one use case per command.

::

    posts/ ─ parse ─▶ Post ─ lint ─▶ findings                         (work tree)
    main   ─ authenticate ─▶ PostProof ─ approve ─▶ ApprovedPost ─┐
    archive/ ─ fold ─▶ Ledger ────────────────────────────────────┴─▶ Snapshot
    Snapshot ─ publish_run ─▶ claim, send once, receipt               (publish/)

Only this module knows the order of the stages; they do not know each other.
"""
