"""The schemas under the patterns editors know: ECMAScript's, which are not Python's."""

import json
import subprocess
import sysconfig
import tomllib
from pathlib import Path

import pytest

from sns_cli.parse.schema import post_schema, settings_schema
from tests.parse.samples import post, settings, with_line
from tests.parse.test_schema import front, in_json

CHECK = Path(sysconfig.get_path("scripts")) / "check-jsonschema"


def check(*arguments: str | Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [CHECK, *arguments], check=False, capture_output=True, text=True
    )


def written(folder: Path, name: str, value: object) -> Path:
    path = folder / name
    path.write_text(json.dumps(value))
    return path


def settings_value(content: bytes) -> object:
    return in_json(tomllib.loads(content.decode()))


@pytest.mark.parametrize("kind", ["post", "settings"])
def test_the_schema_is_one_to_editors(kind: str, tmp_path: Path) -> None:
    form = post_schema("ja") if kind == "post" else settings_schema()
    done = check("--check-metaschema", written(tmp_path, "schema.json", form))
    assert done.returncode == 0, done.stdout


def test_editors_take_good_files_and_mark_bad_ones(tmp_path: Path) -> None:
    posts = written(tmp_path, "post.schema.json", post_schema("ja"))
    policy = written(tmp_path, "settings.schema.json", settings_schema())
    good = written(tmp_path, "good.json", front(post()))
    bad = written(tmp_path, "bad.json", front(with_line("publish_at: 2026/11/25")))
    set_up = written(tmp_path, "set-up.json", settings_value(settings()))
    spoilt = settings("sk-ssh-ed25519@openssh.com", "sk-ssh-ed25519@openssh-com")
    wrong = written(tmp_path, "wrong.json", settings_value(spoilt))

    assert check("--schemafile", posts, good).returncode == 0
    assert check("--schemafile", policy, set_up).returncode == 0
    assert "publish_at" in check("--schemafile", posts, bad).stdout
    assert "keys" in check("--schemafile", policy, wrong).stdout
