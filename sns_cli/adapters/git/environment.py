"""What git's children may know of the environment."""

from collections.abc import MutableMapping
from typing import Final

_KEPT: Final = frozenset(
    {
        "PATH",
        "HOME",
        "USER",
        "LOGNAME",
        "SHELL",
        "TERM",
        "LANG",
        "LANGUAGE",
        "TZ",
        "TMPDIR",
        "TMP",
        "TEMP",
        "SSH_AUTH_SOCK",
        "SSH_AGENT_PID",
        "HTTP_PROXY",
        "HTTPS_PROXY",
        "NO_PROXY",
        "ALL_PROXY",
        "http_proxy",
        "https_proxy",
        "no_proxy",
        "all_proxy",
        "SSL_CERT_FILE",
        "SSL_CERT_DIR",
        "REQUESTS_CA_BUNDLE",
        "CURL_CA_BUNDLE",
        "GIT_SSH",
        "GIT_SSH_COMMAND",
        "GIT_ASKPASS",
        "SSH_ASKPASS",
        "GIT_CONFIG_GLOBAL",
        "GIT_CONFIG_SYSTEM",
        "GIT_CONFIG_NOSYSTEM",
        "GIT_CONFIG_COUNT",
        "GIT_EXEC_PATH",
        "GIT_SSL_CAINFO",
        "GIT_SSL_CAPATH",
        "GIT_CEILING_DIRECTORIES",
        "VIRTUAL_ENV",
        "COLUMNS",
        "LINES",
        "NO_COLOR",
        "SYSTEMROOT",
        "PATHEXT",
        "APPDATA",
        "LOCALAPPDATA",
        "USERPROFILE",
        "COMSPEC",
        "WINDIR",
        "GITHUB_ACTIONS",
        "GITHUB_ACTOR",
        "GITHUB_RUN_ID",
        "GITHUB_RUN_ATTEMPT",
        "GITHUB_JOB",
        "GITHUB_WORKFLOW",
        "RUNNER_NAME",
        "CI",
    }
)
_KEPT_PREFIXES: Final = (
    "LC_",
    "XDG_",
    "PYTHON",
    "GIT_CONFIG_KEY_",
    "GIT_CONFIG_VALUE_",
)


def scrub_environment(environ: MutableMapping[str, str]) -> None:
    """Remove everything from ``environ`` that git's children have no use for.

    GitPython hands a copy of the process's environment to every child, and git hands
    it on to hooks and transports. The command line calls this once on ``os.environ``,
    after it has taken the secrets out (design 8.4). What is not known is removed:
    a list of secrets would always be one short. ``GIT_DIR``, ``GIT_INDEX_FILE`` and
    ``GIT_TRACE…``, as set inside hooks or by a curious user, go the same way.
    """
    for name in tuple(environ):
        if name not in _KEPT and not name.startswith(_KEPT_PREFIXES):
            del environ[name]
