#!/usr/bin/env bash
# Install the Debian or Ubuntu packages that are missing, or say exactly what to run and stop.
#
#   tools/system_packages.sh PACKAGE... PROGRAM=PACKAGE...
#
# "PACKAGE" is looked for by name; "PROGRAM=PACKAGE" is there when the program is on the path,
# whoever installed it. On any other system this only points to docs/install.md.
set -euo pipefail

is_there() {
    case "$1" in
        *=*) command -v "${1%%=*}" >/dev/null ;;
        *) [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ] ;;
    esac
}

if ! command -v apt-get >/dev/null; then
    echo "This is not Debian or Ubuntu: what must be there besides Python is in docs/install.md." >&2
    exit 0
fi

missing=()
for wanted in "$@"; do
    is_there "$wanted" || missing+=("${wanted#*=}")
done
[ ${#missing[@]} -gt 0 ] || exit 0

install="apt-get install -y --no-install-recommends ${missing[*]}"
as_root=()
if [ "$(id -u)" -ne 0 ]; then
    if ! sudo -n true 2>/dev/null; then
        printf 'These system packages are missing. Run this, then make again:\n\n    sudo %s\n\n' \
            "$install" >&2
        exit 1
    fi
    as_root=(sudo -n)
fi

apt_get() { ${as_root[@]+"${as_root[@]}"} env DEBIAN_FRONTEND=noninteractive apt-get -qq "$@" </dev/null; }

echo "Installing system packages: ${missing[*]}"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
# A list that could not be refreshed may still do; the installation itself tells.
apt_get update >"$log" 2>&1 || true
if ! apt_get install -y --no-install-recommends "${missing[@]}" >>"$log" 2>&1; then
    tail -n 20 "$log" >&2
    printf '\nThe system packages could not be installed. Run this, then make again:\n\n    %s%s\n\n' \
        "${as_root[*]:+sudo }" "apt-get update && ${as_root[*]:+sudo }$install" >&2
    exit 1
fi
