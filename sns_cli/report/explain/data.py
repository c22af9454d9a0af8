"""The story of a post for machines."""

import datetime as dt

from sns_cli.messages import Language
from sns_cli.report.explain.by_hand import checks
from sns_cli.report.explain.values import PostStory, Sending, Touch, Who
from sns_cli.report.safe import safe_json
from sns_cli.report.sentences import sentence, tell


def story_json(story: PostStory, language: Language) -> str:
    """Return the story as one JSON object."""
    approval, removal = story.approval, story.removal
    value = {
        "version": 1,
        "introduction": story.introduction,
        "pinned": story.pinned,
        "head": story.head,
        "post": {
            "id": story.id,
            "path": story.path,
            "title": story.title,
            "present": story.present,
            "approved": approval is not None,
            "reason": tell(story.reason, language) if story.reason else None,
            "drafted_by": list(story.drafted_by),
            "retracts": story.retracts,
            "asked_by": list(story.asked_by),
        },
        "approval": None if approval is None else _touch(approval, language),
        "removal": None if removal is None else _touch(removal, language),
        "changes": [_touch(one, language) for one in story.touches],
        "files": [
            {"path": one.path, "blob": one.blob, "sha256": one.sha256}
            for one in story.files
        ],
        "deliveries": [_sending(one) for one in story.sendings],
        "by_hand": [
            {
                "says": sentence(one.code, {"expected": one.expected}, language),
                "lines": list(one.lines),
                "expected": one.expected,
            }
            for one in checks(story)
        ],
    }
    return safe_json(value)


def _touch(one: Touch, language: Language) -> dict[str, object]:
    grant = one.mandate
    return {
        "commit": one.commit,
        "at": _iso(one.at),
        "who": _who(one.who),
        "deeds": [{"deed": deed.value, "path": path} for deed, path in one.deeds],
        "accepted": one.accepted,
        "reason": tell(one.refusal, language) if one.refusal else None,
        "evidence": one.evidence,
        "grant": None
        if grant is None
        else {
            "id": grant.id,
            "valid": [grant.first.isoformat(), grant.last.isoformat()],
            "document": grant.document,
        },
        "edited": list(one.edited),
        "confirmed": list(one.confirmed),
        "drafts": [
            {
                "commit": draft.id,
                "name": draft.name,
                "email": draft.email,
                "at": _iso(draft.at),
            }
            for draft in one.drafts
        ],
    }


def _who(who: Who) -> dict[str, object]:
    return {
        "key": who.key,
        "name": who.name,
        "title": who.title,
        "email": who.email,
        "proven": who.proven,
        "fingerprint": who.fingerprint,
    }


def _sending(one: Sending) -> dict[str, object]:
    return {
        "account": one.status.account,
        "state": one.status.state,
        "url": one.status.url,
        "remote_id": one.status.remote_id,
        "claim": one.claim,
        "blob": one.from_blob,
        "approved_by": one.approved_by,
        "events": [
            {"n": event.n, "event": event.event, "at": _iso(event.at), "by": event.by}
            for event in one.status.events
        ],
    }


def _iso(at: dt.datetime | None) -> str | None:
    return None if at is None else at.isoformat(timespec="seconds")
