"""Sentences about the people of ``sns.toml`` and their keys."""

from typing import Final

from sns_cli.messages import Text

PEOPLE_TEXTS: Final = {
    "name-key-form": Text(
        ja="「{value}」は見出しの名前に使えません({key})。",
        en="“{value}” cannot be the name of an entry ({key}).",
    ),
    "name-key-form.hint": Text(
        ja="空白・点・「<」「>」を使わず、64文字までにしてください(例: kancho)。",
        en="Use up to 64 characters without spaces, dots, “<” or “>” (such as kancho).",
    ),
    "person-name-wrong": Text(
        ja="「{key}」の名前に「<」か「>」があります({value})。",
        en="The name in “{key}” holds “<” or “>” ({value}).",
    ),
    "person-name-wrong.hint": Text(
        ja="「<」と「>」を取ってください。メールアドレスは email に書きます。",
        en="Remove “<” and “>”; the mail address belongs in email.",
    ),
    "email-wrong": Text(
        ja="「{key}」の「{value}」はメールアドレスとして使えません。",
        en="“{value}” ({key}) cannot be used as a mail address.",
    ),
    "email-wrong.hint": Text(
        ja="空白・「<」「>」を取り、アドレスだけを半角(@ も)で書いてください。",
        en="Write the address alone, without spaces, “<” or “>”, with a half-width @.",
    ),
    "email-shared": Text(
        ja="「{key}」のメールアドレスは「{other}」と同じです。",
        en="“{key}” is the mail address of “{other}” too.",
    ),
    "email-shared.hint": Text(
        ja="承認の証拠が sign-off のときはアドレスで人を見分けるため、別々のものに"
        "してください。",
        en="With the evidence sign-off the address tells people apart: use two.",
    ),
    "github-shared": Text(
        ja="「{key}」の GitHub の利用者名は「{other}」と同じです。",
        en="“{key}” is the GitHub account of “{other}” too.",
    ),
    "github-shared.hint": Text(
        ja="承認の証拠が platform のときは GitHub の利用者名で人を見分けるため、"
        "別々のものにしてください。",
        en="With the evidence platform the account tells people apart: use two.",
    ),
    "github-missing": Text(
        ja="館長「{key}」に GitHub の利用者名(github)がありません。",
        en="The director “{key}” has no GitHub account (github).",
    ),
    "github-missing.hint": Text(
        ja='承認の証拠が platform のときは必要です。例: github = "example-kancho"',
        en='The evidence platform needs it. Example: github = "example-kancho"',
    ),
    "ssh-key-type": Text(
        ja="「{key}」の鍵の種類「{value}」は使えません。",
        en="The key type “{value}” ({key}) cannot be used.",
    ),
    "ssh-key-type.hint": Text(
        ja="ssh-keygen -t ed25519 で作った鍵の .pub ファイルの1行を貼ってください"
        "(ssh-ed25519 か sk-ssh-ed25519@openssh.com で始まります)。",
        en="Paste the line of the .pub file that ssh-keygen -t ed25519 makes; it "
        "begins with ssh-ed25519 or sk-ssh-ed25519@openssh.com.",
    ),
    "ssh-key-broken": Text(
        ja="「{key}」の鍵が途中で切れているか、壊れています。",
        en="The key in “{key}” is cut off or damaged.",
    ),
    "ssh-key-broken.hint": Text(
        ja=".pub ファイルの1行を、初めから終わりまで貼り直してください。",
        en="Paste the whole line of the .pub file again.",
    ),
    "ssh-key-private": Text(
        ja="「{key}」に秘密鍵らしいものが書かれています。",
        en="“{key}” seems to hold a private key.",
    ),
    "ssh-key-private.hint": Text(
        ja="すぐに消し、その鍵は使うのをやめて作り直し、新しい .pub ファイルの1行を"
        "貼ってください。",
        en="Remove it at once, never use that key again, make a new one and paste the "
        "line of its .pub file.",
    ),
    "ssh-key-shared": Text(
        ja="「{key}」の鍵は「{other}」の鍵としても書かれています。",
        en="The key in “{key}” is listed for “{other}” already.",
    ),
    "ssh-key-shared.hint": Text(
        ja="鍵は一人に一度だけ書きます。片方を消すか、別の鍵を作ってください。",
        en="List a key once, for one person: remove one or make another key.",
    ),
}
