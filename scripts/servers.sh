#!/bin/sh
# Installs the real parts that the tests run against (a mail server, a browser, a spam filter, a mail program),
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

if [ -z "$wanted" ]; then
    install_browser
    exit 0
fi
if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null 2>&1; then
    echo "For the tests against real parts: sudo apt-get install$wanted" >&2
    exit 0
fi
# Debian starts a server when it is installed; this file says not to (invoke-rc.d's policy layer).
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
    printf '#!/bin/sh\nexit 101\n' >"$policy"
    chmod 755 "$policy"
    trap 'rm -f "$policy"' EXIT
fi
echo "Installing what the tests run against (once):$wanted" >&2
apt-get update -qq
# shellcheck disable=SC2086 # the list is meant to be split
DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $wanted >/dev/null
install_browser
