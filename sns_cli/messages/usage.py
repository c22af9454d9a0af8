"""Sentences of the option parser and of `--help`."""

from sns_cli.messages import Text

TEXTS: dict[str, Text] = {
    "help-usage": Text(ja="使い方: {usage}", en="Usage: {usage}"),
    "help-some-options": Text(ja="[オプション]", en="[OPTIONS]"),
    "help-a-command": Text(ja="コマンド …", en="COMMAND …"),
    "help-arguments": Text(ja="引数", en="Arguments"),
    "help-options": Text(ja="オプション", en="Options"),
    "help-commands": Text(ja="コマンド", en="Commands"),
    "help-this": Text(ja="この説明を表示する", en="Show this page"),
    "help-required": Text(ja="必須", en="required"),
    "help-default": Text(ja="指定しなければ {default}", en="default: {default}"),
    "help-for-staff": Text(ja="職員(書く・確かめる)", en="Staff (write and check)"),
    "help-for-director": Text(ja="館長(承認する)", en="Director (approve)"),
    "help-for-publisher": Text(ja="公開係(自動処理)", en="Publisher (automatic)"),
    "help-for-governing": Text(
        ja="管理(準備する・練習する)", en="Governing (set up and rehearse)"
    ),
    "command-missing": Text(
        ja="何をするかを指定してください。{command} --help で一覧を見られます。",
        en="Say what to do. {command} --help lists the commands.",
    ),
    "command-unknown": Text(
        ja="「{name}」というコマンドはありません。近い名前: {near}\n"
        "{command} --help で一覧を見られます。",
        en='There is no command "{name}". Did you mean: {near}\n'
        "{command} --help lists the commands.",
    ),
    "command-like-none": Text(
        ja="「{name}」というコマンドはありません。"
        "{command} --help で一覧を見られます。",
        en='There is no command "{name}". {command} --help lists the commands.',
    ),
    "option-unknown": Text(
        ja="「{name}」というオプションはありません。近い名前: {near}\n"
        "{command} --help で一覧を見られます。",
        en='There is no option "{name}". Did you mean: {near}\n'
        "{command} --help lists the options.",
    ),
    "option-like-none": Text(
        ja="「{name}」というオプションはありません。{command} --help で一覧を"
        "見られます。",
        en='There is no option "{name}". {command} --help lists the options.',
    ),
    "option-needs-value": Text(
        ja="{option} のあとに値を書いてください。{command} --help で書き方を"
        "確かめられます。",
        en="{option} needs a value after it. See {command} --help.",
    ),
    "option-takes-no-value": Text(
        ja="{option} には値を付けられません。= とそのあとを消してください。"
        "{command} --help で書き方を確かめられます。",
        en="{option} takes no value: leave out = and what follows. See {command} "
        "--help.",
    ),
    "argument-unexpected": Text(
        ja="「{more}」は余分です。空白を含む名前は、'…' で囲んでください。"
        "{command} --help で書き方を確かめられます。",
        en='"{more}" is too much. Put names with blanks between quotes. See {command} '
        "--help.",
    ),
    "value-missing": Text(
        ja="{name}({what})を指定してください。{command} --help で例を見られます。",
        en="{name} ({what}) is needed. {command} --help shows examples.",
    ),
    "value-not-one-of": Text(
        ja="{name}({what})には、次のどれかを指定してください: {known}\n"
        "{command} --help で例を見られます。",
        en="{name} ({what}) is one of: {known}\n{command} --help shows examples.",
    ),
    "value-out-of-range": Text(
        ja="{name}({what})には、{least} から {most} までの数を指定してください。"
        "{command} --help で例を見られます。",
        en="{name} ({what}) is a number from {least} to {most}. {command} --help shows "
        "examples.",
    ),
    "value-invalid": Text(
        ja="{name}({what})の値が正しくありません。{command} --help で例を確かめて"
        "ください。",
        en="{name} ({what}) has a wrong value. {command} --help shows examples.",
    ),
    "usage-wrong": Text(
        ja="書き方が正しくありません。{command} --help で例を確かめてください。",
        en="It was not typed rightly. {command} --help shows examples.",
    ),
    "language-unknown": Text(
        ja="--lang には ja(日本語)か en(英語)を指定してください。"
        "「{value}」は使えません。",
        en='--lang is ja (Japanese) or en (English), not "{value}".',
    ),
}
