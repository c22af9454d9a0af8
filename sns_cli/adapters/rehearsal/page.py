"""The timeline page: what citizens would see, and that nobody does."""

import html
from collections.abc import Sequence
from typing import Final

from sns_cli.adapters.rehearsal.api import Profile
from sns_cli.adapters.rehearsal.http import timestamp
from sns_cli.adapters.rehearsal.store import StoredMedia, StoredPost
from sns_cli.calendar import local
from sns_cli.compose.urls import find_urls
from sns_cli.messages.rehearsal import TEXTS

_STYLE: Final = """
:root{color-scheme:light dark;--line:#ccd6dd;--dim:#5b6b78;--link:#0b6bb8;--bg:#fff;
--fg:#12181c;--note:#fff6d6}
@media(prefers-color-scheme:dark){:root{--line:#2f3b44;--dim:#93a4b1;--link:#6db8f2;
--bg:#12181c;--fg:#e8edf0;--note:#3a3212}}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--fg);line-height:1.7;
font-family:"Hiragino Sans","Noto Sans CJK JP","Noto Sans JP",Meiryo,sans-serif}
main{max-width:38rem;margin:0 auto;border:solid var(--line);border-width:0 1px;
min-height:100vh}
header,article,.note,.none{padding:.9rem 1rem;border-bottom:1px solid var(--line)}
h1{font-size:1.15rem;margin:0}
.note{background:var(--note);font-size:.85rem;margin:0}
.note span,.none span{display:block}
.who{display:flex;flex-wrap:wrap;gap:0 .5rem;align-items:baseline;margin:0}
.who b{font-weight:700}.who span,time,header p{color:var(--dim);font-size:.85rem}
header p{margin:0}
.text{margin:.2rem 0 0;white-space:pre-wrap;overflow-wrap:anywhere}
.none,figcaption{color:var(--dim)}
figure{margin:.5rem 0 0}
figure img{max-width:100%;max-height:24rem;border:1px solid var(--line)}
figcaption{font-size:.85rem;overflow-wrap:anywhere}
a{color:var(--link)}
"""


MEDIA: Final = "/rehearsal/media/"
"""Where the page's own pictures are, by id."""
_ZONE: Final = "Asia/Tokyo"
"""Whoever rehearses looks at the clock on the wall."""


def timeline_page(profile: Profile, posts: Sequence[StoredPost]) -> str:
    """Return the page, whole in itself: no script, nothing loaded from elsewhere.

    Args:
        profile: whose timeline it is.
        posts: newest first.
    """
    name, handle = html.escape(profile.name), html.escape(profile.handle)
    title = html.escape(TEXTS["rehearsal-page-title"].ja)
    articles = "\n".join(_article(name, handle, post) for post in posts)
    shown = articles or f'<p class="none">{_both("rehearsal-page-empty")}</p>'
    return f"""<!doctype html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy"
 content="default-src 'none'; style-src 'unsafe-inline'; img-src 'self'">
<title>{title} @{handle}</title>
<style>{_STYLE}</style>
</head>
<body>
<main>
<header><h1>{name}</h1><p>@{handle}</p></header>
<p class="note">{_both("rehearsal-page-note")}</p>
{shown}
</main>
</body>
</html>
"""


def _both(code: str) -> str:
    text = TEXTS[code]
    ja, en = html.escape(text.ja), html.escape(text.en)
    return f'<span>{ja}</span><span lang="en">{en}</span>'


def _article(name: str, handle: str, post: StoredPost) -> str:
    at = timestamp(post.created_at)
    readable = f"{local(post.created_at, _ZONE):%Y-%m-%d %H:%M:%S}"
    pictures = "".join(map(_figure, post.media))
    return f"""<article id="post-{post.remote_id}">
<p class="who"><b>{name}</b><span>@{handle}</span>\
<time datetime="{at}">{readable}</time></p>
<p class="text">{_text(post.text)}</p>{pictures}
</article>"""


def _figure(media: StoredMedia) -> str:
    """Return a picture with its description, which here everybody is to see."""
    alt = html.escape(media.alt or "")
    told = f"<b>ALT</b> {alt}" if alt else _both("rehearsal-page-no-alt")
    return f"""
<figure><img src="{MEDIA}{media.media_id}" alt="{alt}">
<figcaption>{told}</figcaption></figure>"""


def _text(text: str) -> str:
    """Return the text with its links made clickable and all else escaped."""
    parts: list[str] = []
    done = 0
    for link in find_urls(text):
        address = html.escape(link.text)
        parts.append(html.escape(text[done : link.start]))
        parts.append(f'<a href="{address}" rel="noopener noreferrer">{address}</a>')
        done = link.end
    parts.append(html.escape(text[done:]))
    return "".join(parts)
