#!/bin/sh
# Installs the real mail server that the tests run against, without leaving a daemon running. Elsewhere than as root on
# Debian or Ubuntu it only says what to install; the tests that need it are then skipped by name.
set -eu
packages="dovecot-imapd dovecot-lmtpd dovecot-submissiond"

[ -x /usr/sbin/dovecot ] && [ -d /usr/lib/dovecot ] && [ -x /usr/lib/dovecot/lmtp ] && exit 0
if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null 2>&1; then
    echo "For the tests against a real mail server: sudo apt-get install $packages" >&2
    exit 0
fi
# Debian starts a server when it is installed; this file says not to (invoke-rc.d's policy layer).
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
    printf '#!/bin/sh\nexit 101\n' >"$policy"
    chmod 755 "$policy"
    trap 'rm -f "$policy"' EXIT
fi
apt-get update -qq
# shellcheck disable=SC2086 # the list is meant to be split
DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $packages >/dev/null
