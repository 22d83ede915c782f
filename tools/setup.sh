#!/usr/bin/env bash
# Sets up this checkout: Debian packages, a virtual environment in .venv, the locked dependencies, and the
# project itself. Run by make, which calls it again only when one of its inputs has changed.
#
#   tools/setup.sh runtime    what the program needs
#   tools/setup.sh dev        that, and what tests and linters need
#   tools/setup.sh bench      that, and the programs that reading, repair and search are measured against
set -euo pipefail
cd "$(dirname "$0")/.."

purpose=${1:?say what for: runtime, dev or bench}
venv=.venv
# LibreOffice, which only older Word files need, is left out for its size: `justerat doctor` tells how to add it.
# Ghostscript makes PDF/A of PDFs that can't become it as they are.
debian_packages=(tesseract-ocr tesseract-ocr-swe tesseract-ocr-script-latn ghostscript)
# The typefaces of pages that samples and benchmarks draw.
fonts=(fonts-courier-prime fonts-dejavu-core fonts-ebgaramond fonts-liberation fonts-linuxlibertine fonts-texgyre)
# The browser that the web pages are tested in.
browser=(chromium)
# The server that the store is tested in, beside SQLite: tools/postgres.sh starts one for each run of the tests.
servers=(postgresql)
# What OCRmyPDF starts for --rotate-pages and --clean; the dictionary and the models that repair is measured with.
peers=(tesseract-ocr-osd unpaper hunspell-sv tesseract-ocr-eng tesseract-ocr-nor tesseract-ocr-deu)
case $purpose in
    runtime) lock=runtime ;;
    dev) lock=dev && debian_packages+=("${fonts[@]}" "${browser[@]}" "${servers[@]}") ;;
    bench) lock=dev && debian_packages+=("${fonts[@]}" "${browser[@]}" "${servers[@]}" "${peers[@]}") ;;
    *) echo "setup: no such purpose: $purpose" >&2 && exit 2 ;;
esac

say() { printf '==> %s\n' "$*"; }
stop() { printf 'setup: %s\n' "$*" >&2; exit 1; }

# The first Python on PATH that is new enough; the system's own comes first.
find_python() {
    local name
    for name in python3 python3.13 python3.12 python3.11; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$name"
            return
        fi
    done
    stop "Python 3.11 or newer is needed and none was found." \
        "Install it (Debian 12, Ubuntu 24.04: apt-get install python3 python3-venv;" \
        "Ubuntu 22.04: apt-get install python3.11 python3.11-venv) and run the same command again."
}

# Debian keeps the part of Python that makes environments in a package of its own.
venv_package() {
    "$python" -c 'import ensurepip, venv' 2>/dev/null ||
        "$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'
}

installed() {
    [ "$(dpkg-query --show --showformat '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

# Runs a command as root; sudo asks for a password only where someone can type one.
as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif [ -t 0 ]; then
        sudo "$@"
    else
        sudo --non-interactive "$@"
    fi
}

apt_install() {
    as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install --yes -qq --no-install-recommends -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=120 "$@"
}

known_to_apt() {
    local package
    for package in "$@"; do
        apt-cache show "$package" >/dev/null 2>&1 || return 1
    done
}

install_debian_packages() {
    local package missing=()
    for package in "${debian_packages[@]}"; do
        installed "$package" || missing+=("$package")
    done
    [ ${#missing[@]} -gt 0 ] || return 0

    local by_hand="These Debian packages are missing: ${missing[*]}. Ask someone who may install programs
to run  apt-get install ${missing[*]}  and run the same command again."
    [ "$(id -u)" -eq 0 ] || command -v sudo >/dev/null ||
        stop "you are not root, and there is no sudo. $by_hand"

    say "Debian packages: ${missing[*]}"
    if ! { known_to_apt "${missing[@]}" && apt_install "${missing[@]}"; }; then
        # The package lists are absent or old.
        as_root apt-get update -qq || stop "apt-get update failed. $by_hand"
        apt_install "${missing[@]}" || stop "apt-get install failed. $by_hand"
    fi
}

# Elsewhere than on Debian and its kin nothing can be installed here, only asked for.
require_tesseract() {
    command -v tesseract >/dev/null ||
        stop "this is no Debian or Ubuntu machine. Install Python's venv module and Tesseract 5" \
            "with the models swe and script/Latin, and run the same command again."
}

make_environment() {
    if ! "$venv/bin/python" -c 'import pip' 2>/dev/null; then
        say "Virtual environment: $venv, with $("$python" --version)"
        "$python" -m venv --clear "$venv"
    fi
    say "Locked dependencies: requirements/$lock.txt"
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check \
        --require-hashes --requirement "requirements/$lock.txt"
    # setuptools comes from the lock, so nothing is fetched here without a hash.
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check \
        --no-deps --no-build-isolation --editable .
    if [ "$purpose" = bench ]; then
        "$python" -m venv "$venv/peers"
        "$venv/peers/bin/python" -m pip install --quiet --disable-pip-version-check \
            --require-hashes --requirement requirements/peers.txt
    fi
    if [ "$lock" = dev ]; then
        "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps --ignore-requires-python \
            --require-hashes --upgrade --target "$venv/standards" --requirement requirements/standards.txt
    fi
}

python=$(find_python)
if command -v dpkg-query >/dev/null && command -v apt-get >/dev/null; then
    package=$(venv_package)
    debian_packages+=(${package:+"$package"})
    install_debian_packages
else
    require_tesseract
fi
make_environment
if [ "$lock" = dev ]; then touch "$venv/.runtime" "$venv/.dev"; fi
touch "$venv/.$purpose"
say "Set up."
