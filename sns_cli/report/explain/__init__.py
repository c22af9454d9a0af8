"""The story of one post: who drafted, changed and approved it, and what proves that.

:mod:`.values` holds what is told; the other modules tell it.
"""

from sns_cli.messages import Language
from sns_cli.report.explain.data import story_json
from sns_cli.report.explain.text import story_text
from sns_cli.report.explain.values import PostStory
from sns_cli.report.safe import safe_markdown_block

__all__ = ["PostStory", "render_story"]


def render_story(story: PostStory, style: str, language: Language) -> str:
    """Return the story in one of the formats text, json, github, markdown."""
    match style:
        case "json":
            return story_json(story, language)
        case "markdown":
            return safe_markdown_block(story_text(story, language))
        case _:
            return story_text(story, language)
