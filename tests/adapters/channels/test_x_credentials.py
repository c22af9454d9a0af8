import pytest

from sns_cli.adapters.channels.x import check_api_base
from sns_cli.errors import SettingsError
from sns_cli.messages import render


@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("http://127.0.0.1:8765", "http://127.0.0.1:8765"),
        ("https://127.0.0.1", "https://127.0.0.1"),
        ("http://127.8.9.10:1/", "http://127.8.9.10:1"),
        ("http://localhost:8765", "http://localhost:8765"),
        ("http://LOCALHOST:8765", "http://LOCALHOST:8765"),
        ("http://[::1]:8765", "http://[::1]:8765"),
    ],
)
def test_loopback_addresses_are_allowed(text: str, base: str) -> None:
    assert check_api_base(text) == base


@pytest.mark.parametrize(
    "text",
    [
        "https://api.x.com",
        "https://api.twitter.com",
        "http://10.0.0.1:80",
        "http://0.0.0.0:80",
        "http://128.0.0.1",
        "http://localhost.example.jp",
        "http://127.0.0.1.example.jp",
        "http://127.1",
        "http://2130706433",
        "http://0x7f000001",
        "http://localhost.",
        "http://[::2]",
        "http://[::ffff:10.0.0.1]",
    ],
)
def test_other_hosts_are_refused(text: str) -> None:
    with pytest.raises(SettingsError) as caught:
        check_api_base(text, "SNS_X_API_BASE")
    assert caught.value.code == "api-base-not-loopback"
    assert "SNS_X_API_BASE" in render(caught.value.code, "ja", caught.value.details)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "127.0.0.1:8765",
        "ftp://127.0.0.1",
        "file:///etc/passwd",
        "http://",
        "http://127.0.0.1/2",
        "http://127.0.0.1//",
        "http://127.0.0.1?",
        "http://127.0.0.1#",
        "http://127.0.0.1:80:80",
        "http://127.0.0.1:99999",
        "http://127.0.0.1:0",
        "http://127.0.0.1:",
        "http://127.0.0.1:８０",
        "http://[::1",
        "http://[::1%25eth0]",
        "http://user:password@127.0.0.1",
        "http://127.0.0.1\\@x.com",
        "http://127.0.0.1 ",
        "http://127.0.0.1\n",
        "http://127.0.0.1\t:80",
        "http://ⓛocalhost",
    ],
)
def test_what_is_no_plain_address_is_refused_and_not_repeated(text: str) -> None:
    with pytest.raises(SettingsError) as caught:
        check_api_base(text, "SNS_X_API_BASE")
    assert caught.value.code == "api-base-malformed"
    assert "password" not in str(caught.value)
    assert "SNS_X_API_BASE" in render(caught.value.code, "en", caught.value.details)
