#!/usr/bin/env bash
# Installs the program into the folder $1: from the wheel beside this script and the
# packages that requirements.lock names, each only with exactly the hash written there.
set -euo pipefail
target=$1
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
python=${PYTHON:-python3}
"$python" -I -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
  echo "::error::Python 3.11 以上が必要です / Python 3.11 or newer is needed"
  exit 1
}
"$python" -I -m venv --clear "$target"
"$target/bin/python" -I -m pip install --quiet --disable-pip-version-check --no-input \
  --only-binary=:all: --no-deps --require-hashes \
  --requirement .github/sns/requirements.lock
"$target/bin/python" -I -m sns_cli --version
