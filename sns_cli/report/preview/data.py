"""Previews for machines."""

from collections.abc import Sequence

from sns_cli.messages import Language
from sns_cli.report.findings import finding_json
from sns_cli.report.preview.account import AccountPreview, PicturePreview
from sns_cli.report.preview.whole import PostPreview, Unshown
from sns_cli.report.safe import safe_json
from sns_cli.report.sentences import tell


def previews_json(
    posts: Sequence[PostPreview], unshown: Sequence[Unshown], language: Language
) -> str:
    """Return the previews as one JSON object."""
    files: list[PostPreview | Unshown] = [*posts, *unshown]
    value = {
        "version": 1,
        "previews": [
            account_json(one, language) for post in posts for one in post.accounts
        ],
        "findings": [finding_json(one) for file in files for one in file.findings],
    }
    return safe_json(value)


def account_json(one: AccountPreview, language: Language) -> dict[str, object]:
    """Return what one account would get."""
    why = one.problem or one.never
    return {
        "post": one.post,
        "path": one.path,
        "title": one.title,
        "account": one.account,
        "service": one.service,
        "handle": one.handle,
        "text": one.text,
        "length": one.length,
        "limit": one.limit,
        "remaining": one.remaining,
        "cost_usd": one.cost_usd,
        "links": list(one.links),
        "media": [_picture(picture, language) for picture in one.pictures],
        "sendable": one.problem is None and one.retracts is None,
        "reason": tell(why, language) if why else None,
        "due_at": one.due_at.isoformat(timespec="seconds") if one.due_at else None,
        "retracts": one.retracts,
        "outside_hours": tell(one.outside, language) if one.outside else None,
        "consulted": [
            {"section": asked.section, "by": asked.by, "on": asked.on.isoformat()}
            for asked in one.consulted
        ],
    }


def _picture(one: PicturePreview, language: Language) -> dict[str, object]:
    made = one.made
    return {
        "path": one.path,
        "alt": one.alt,
        "rights": one.holder,
        "sha256": made.sha256 if made else None,
        "mime": made.mime if made else None,
        "size": len(made.content) if made else None,
        "width": made.width if made else None,
        "height": made.height if made else None,
        "reason": tell(one.problem, language) if one.problem else None,
    }
