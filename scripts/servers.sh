#!/bin/sh
# Installs the real parts that the tests run against (two mail servers, a browser, a spam filter, a mail program),
# without leaving a daemon running. Elsewhere than as root on Debian or Ubuntu it only says what to install; the tests
# that need a part are then skipped by name.
set -eu
cd "$(dirname "$0")/.."

wanted=""
want() { # want PROGRAM PACKAGE...: the packages, unless the program is there
    program=$1
    shift
    [ -x "$program" ] || wanted="$wanted $*"
}
want /usr/lib/dovecot/lmtp dovecot-imapd dovecot-lmtpd dovecot-submissiond
want /usr/sbin/dovecot dovecot-imapd
want /usr/bin/spamassassin spamassassin
want /usr/bin/mutt mutt
want /usr/bin/systemd-analyze systemd # judges the unit; nothing of it is run

ubuntu=false
if grep -qs '^ID=ubuntu' /etc/os-release; then
    ubuntu=true # there, "chromium" is a snap, which needs a running snapd; playwright brings a browser of its own
else
    want /usr/bin/chromium chromium
fi

install_browser() {
    if [ "$ubuntu" = true ] && [ "$(id -u)" = 0 ] && [ ! -x /usr/bin/chromium ]; then
        .venv/bin/playwright install --with-deps chromium >/dev/null
    fi
}

# Cyrus and Dovecot exclude each other as packages: this one is only unpacked beside the system, with the libraries it
# needs installed. Nothing of it is known to apt, to init, or to $PATH.
cyrus=/usr/local/lib/heardback-tests/cyrus

is_unpacked() {
    [ -x "$cyrus/usr/lib/cyrus/bin/imapd" ] &&
        ! LD_LIBRARY_PATH=$(echo "$cyrus"/usr/lib/*-linux-*) ldd "$cyrus/usr/lib/cyrus/bin/imapd" | grep -q 'not found'
}

needed_libraries() {
    for package in ./*.deb; do dpkg-deb -f "$package" Depends; done |
        tr ',' '\n' | sed 's/[(|].*//; s/:any//; s/ //g' | grep '^lib' | sort -u
}

unpack_cyrus() (
    # shellcheck disable=SC2046 # the list is meant to be split
    cd "$1" &&
        apt-get download -qq -o APT::Sandbox::User=root cyrus-common cyrus-imapd &&
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $(needed_libraries) >/dev/null &&
        for package in ./*.deb; do dpkg -x "$package" unpacked || exit 1; done &&
        chmod 755 unpacked &&
        rm -rf "$cyrus" &&
        mkdir -p "${cyrus%/*}" &&
        mv unpacked "$cyrus"
)

missing=$wanted
is_unpacked || missing="$missing Cyrus"
if [ -z "$missing" ]; then
    install_browser
    exit 0
fi
if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null 2>&1; then
    [ -z "$wanted" ] || echo "For the tests against real parts: sudo apt-get install$wanted" >&2
    is_unpacked || echo "For the tests against Cyrus, on Debian or Ubuntu: sudo sh scripts/servers.sh" >&2
    exit 0
fi
# Debian starts a server when it is installed; this file says not to (invoke-rc.d's policy layer).
policy=/usr/sbin/policy-rc.d
ours=""
work=$(mktemp -d)
trap 'rm -rf "$work" $ours' EXIT
if [ ! -e "$policy" ]; then
    ours=$policy
    printf '#!/bin/sh\nexit 101\n' >"$policy"
    chmod 755 "$policy"
fi
echo "Installing what the tests run against (once):$missing" >&2
apt-get update -qq
if [ -n "$wanted" ]; then
    # shellcheck disable=SC2086 # the list is meant to be split
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $wanted >/dev/null
fi
if ! is_unpacked; then
    unpack_cyrus "$work" || echo "Cyrus cannot be had here; the tests against it are skipped." >&2
fi
install_browser
