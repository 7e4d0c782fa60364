"""The configuration of the throw-away Cyrus; ``{name}`` is filled in, braces of its own are doubled."""

_COMMON = """\
configdirectory: {home}/conf
partition-default: {home}/spool
defaultpartition: default
sievedir: {home}/sieve
cyrus_user: {user}
cyrus_group: {group}
servername: localhost
virtdomains: userid
defaultdomain: elsewhere.example
autocreate_quota: 0
autocreate_post: yes
allowplaintext: yes
sasl_mech_list: PLAIN LOGIN
sasl_pwcheck_method: saslauthd
sasl_saslauthd_path: {home}/mux
failedloginpause: 0
admins: cyrus
duplicatesuppression: no
lmtpsocket: {home}/conf/socket/lmtp
sendmail: /bin/false
tls_server_cert: {home}/tls/chain.pem
tls_server_key: {home}/tls/key.pem
"""

STANDARD = (
    _COMMON
    + """\
altnamespace: yes
unixhierarchysep: yes
autocreate_inbox_folders: Drafts | Sent
xlist-drafts: Drafts
xlist-sent: Sent
"""
)
"""As version 3 comes: folders beside INBOX, and marks on those for drafts and sent mail (RFC 6154)."""

TRADITIONAL = (
    _COMMON
    + """\
altnamespace: no
unixhierarchysep: no
"""
)
"""As version 2 came, and as many hosters keep it: every folder lies under ``INBOX.``, and none is marked."""

SERVICES = """\
START {{
  recover cmd="{bin}/ctl_cyrusdb -C {home}/imapd.conf -r"
}}
SERVICES {{
  imap cmd="{bin}/imapd -C {home}/imapd.conf" listen="127.0.0.1:{imap_port}" prefork=1
  imaps cmd="{bin}/imapd -s -C {home}/imapd.conf" listen="127.0.0.1:{imaps_port}" prefork=0
  lmtp cmd="{bin}/lmtpd -a -C {home}/imapd.conf" listen="127.0.0.1:{lmtp_port}" prefork=0
}}
EVENTS {{
}}
DAEMON {{
  idled cmd="{bin}/idled -C {home}/imapd.conf"
}}
"""
