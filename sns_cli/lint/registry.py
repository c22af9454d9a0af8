"""All rules, in reading order. A rule that is not listed does not exist."""

from typing import Final

from sns_cli.lint.rule import Rule
from sns_cli.lint.rules import (
    basis_missing,
    calendar_line_idle,
    calendar_not_covered,
    changed_after_publication,
    closed_day,
    duplicate_id,
    encoding_invalid,
    front_matter_invalid,
    image_format,
    image_type_mismatch,
    impossible_date,
    malformed_url,
    missing_alt_text,
    outside_opening_hours,
    publish_time_past,
    retracts_unknown,
    service_unsupported,
    source_page_missing,
    stray_file,
    too_long,
    unfilled_template,
    unknown_key,
    url_shortener,
    weekday_mismatch,
)

RULES: Final[tuple[Rule, ...]] = (
    # the file
    encoding_invalid.RULE,
    front_matter_invalid.RULE,
    unknown_key.RULE,
    stray_file.RULE,
    duplicate_id.RULE,
    changed_after_publication.RULE,
    retracts_unknown.RULE,
    # why, and when
    basis_missing.RULE,
    source_page_missing.RULE,
    publish_time_past.RULE,
    closed_day.RULE,
    outside_opening_hours.RULE,
    calendar_not_covered.RULE,
    calendar_line_idle.RULE,
    service_unsupported.RULE,
    # the text
    too_long.RULE,
    unfilled_template.RULE,
    # dates
    impossible_date.RULE,
    weekday_mismatch.RULE,
    # links
    malformed_url.RULE,
    url_shortener.RULE,
    # pictures
    image_format.RULE,
    image_type_mismatch.RULE,
    missing_alt_text.RULE,
)
