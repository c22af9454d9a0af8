"""JSON Schemas of the two files people write, for their editors.

A schema says what the parser accepts of each value: both names of a category, times
without offset. It cannot say what needs two places at once (an end before a beginning);
the parser and the rules do. What it cannot express it lets pass, so that an editor
never marks as wrong what ``sns lint`` takes.
"""

from collections.abc import Mapping
from typing import Any, Final

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from sns_cli.messages import Language
from sns_cli.messages.forms_schema import ENTRIES
from sns_cli.messages.settings_schema import EXPLAINED
from sns_cli.model.post import (
    ACCOUNT_KEY,
    BASIS_JA,
    CATEGORY_JA,
    POST_ID,
    Basis,
    FrontMatter,
)
from sns_cli.model.settings import PriceName, Service, Settings
from sns_cli.parse.schema_calendars import AFTER_HOLIDAY, CALENDAR_FORMS
from sns_cli.parse.schema_forms import (
    DAY_FORM,
    INSTANT_FORM,
    ONE_ACKNOWLEDGED,
    Form,
    list_form,
    text_form,
)
from sns_cli.parse.ssh_key import ED25519, SK_ED25519

# A number of digits alone is a whole number to YAML, and an id to us.
_ID: Final = {**text_form(POST_ID.pattern), "type": ["string", "integer"]}
_ACCOUNT: Final = text_form(ACCOUNT_KEY.pattern)
# Not re.escape: what it makes of a hyphen is an error in editors' ECMAScript patterns.
_KEY_TYPES: Final = f"{ED25519}|{SK_ED25519}".replace(".", r"\.")
_KEY: Final = text_form(rf"\s*(?:{_KEY_TYPES})\s+\S+(?:\s.*)?")
_YES_NO: Final = [True, False, "true", "false"]
_AMOUNT: Final = {"type": "number", "minimum": 0}
_NAMES: Final[Mapping[type, Mapping[Any, str]]] = {
    type(one): names for names in (CATEGORY_JA, BASIS_JA) for one in names
}
_GRANTED: Final = [
    name
    for one in Basis
    for name in (BASIS_JA[one], one.value)
    if one != Basis.DIRECTOR
]

_POST_FORMS: Final[Mapping[str, Mapping[str, Form]]] = {
    "FrontMatter": {
        "id": _ID,
        "corrects": _ID,
        "follows": _ID,
        "retracts": _ID,
        "accounts": list_form(_ACCOUNT),
        "overrides": {"propertyNames": _ACCOUNT},
    },
    "Media": {"people": {"type": ["boolean", "string"], "enum": _YES_NO}},
}
_SETTINGS_FORMS: Final[Mapping[str, Mapping[str, Form]]] = {
    "Settings": {
        "accounts": {"propertyNames": _ACCOUNT},
        "prices": {
            "propertyNames": {"enum": [one.value for one in Service]},
            "additionalProperties": {
                "type": "object",
                "propertyNames": {"enum": [one.value for one in PriceName]},
                "additionalProperties": _AMOUNT,
            },
        },
    },
    "Library": {"accounts": list_form(_ACCOUNT)},
    "Person": {
        "keys": {"items": {"anyOf": [_KEY, {"$ref": "#/$defs/Key"}]}},
    },
    "Key": {"key": _KEY},
    "Distrust": {"key": _KEY, "from": text_form("[0-9a-f]{40}")},
    "Acknowledged": {"account": _ACCOUNT, "profile": text_form("[0-9a-f]{64}")},
    "Grant": {
        "accounts": list_form(_ACCOUNT),
        "categories": {"minItems": 1},
        "basis": {"items": {"enum": _GRANTED}, "minItems": 1},
    },
    **CALENDAR_FORMS,
    "Rules": {"max_hashtags": {"minimum": 0}},
}


class _FileSchema(GenerateJsonSchema):
    """Pydantic's schema, as values are written and not as they are held."""

    def enum_schema(self, schema: core_schema.EnumSchema) -> JsonSchemaValue:
        """Name every value in Japanese too where it has such a name."""
        names = _NAMES.get(schema["cls"], {}).values()
        made = super().enum_schema(schema)
        return {**made, "enum": [*names, *made["enum"]]}

    def datetime_schema(self, schema: core_schema.DatetimeSchema) -> JsonSchemaValue:  # noqa: ARG002  (one form for all)
        """Accept every form of a time."""
        return dict(INSTANT_FORM)

    def date_schema(self, schema: core_schema.DateSchema) -> JsonSchemaValue:  # noqa: ARG002  (one form for all)
        """Accept a day."""
        return dict(DAY_FORM)

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        """Refuse what is empty."""
        return {**super().str_schema(schema), "minLength": 1}

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """Leave null out: an entry is there or not."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """Leave defaults out: tools would write them into files."""
        return self.generate_inner(schema["schema"])

    def field_title_should_be_set(self, schema: object) -> bool:  # noqa: ARG002  (never)
        """Show the key itself and no title made from it."""
        return False


def post_schema(language: Language) -> Form:
    """Return the schema of a post's front matter, as YAML 1.2 reads it."""
    made = FrontMatter.model_json_schema(schema_generator=_FileSchema)
    shown = _finished(made, "FrontMatter", _POST_FORMS)
    _let_scalars_pass(shown)
    for key, form in shown["properties"].items():
        form["description"] = ENTRIES[key].fill(language, {})
    return shown


def settings_schema(language: Language = "ja") -> Form:
    """Return the schema of ``sns.toml``; TOML's dates are texts to it."""
    made = Settings.model_json_schema(by_alias=True, schema_generator=_FileSchema)
    # A pause without a reason is a pause (see parse_settings).
    made["$defs"]["Paused"].pop("required")
    made["$defs"]["AfterHolidayClosing"].update(AFTER_HOLIDAY)
    made["$defs"]["Acknowledged"].update(ONE_ACKNOWLEDGED)
    shown = _finished(made, "Settings", _SETTINGS_FORMS)
    for name, table in {**shown["$defs"], "Settings": shown}.items():
        _explain(name, table, language)
    return shown


def _explain(name: str, table: Form, language: Language) -> None:
    """Put what people are told of a table in place of what programmers are."""
    table.pop("title", None)
    table["description"] = EXPLAINED[name].fill(language, {})
    for key, form in table.get("properties", {}).items():
        told = EXPLAINED.get(f"{name}.{key}") or EXPLAINED[f"*.{key}"]
        form["description"] = told.fill(language, {})


def _finished(made: Form, root: str, forms: Mapping[str, Mapping[str, Form]]) -> Form:
    tables = {**made["$defs"], root: made}
    for table, entries in forms.items():
        for key, form in entries.items():
            entry = tables[table]["properties"][key]
            if "anyOf" in form:  # several forms of a value, in place of how it is held
                entry.clear()
            entry.update(form)
    return {"$schema": _FileSchema.schema_dialect, **made}


def _let_scalars_pass(schema: object) -> None:
    """Accept bare numbers and truths as texts: in front matter every value is one."""
    if isinstance(schema, list):
        for one in schema:
            _let_scalars_pass(one)
    if not isinstance(schema, dict):
        return
    if schema.get("type") == "string" and not {"enum", "pattern"} & set(schema):
        schema["type"] = ["string", "number", "boolean"]
    for one in schema.values():
        _let_scalars_pass(one)
