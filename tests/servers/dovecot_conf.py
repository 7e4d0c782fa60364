"""The configuration of the throw-away Dovecot; ``{name}`` is filled in, braces of its own are doubled."""

CONFIGURATION = """\
base_dir = {home}/run
state_dir = {home}/state
log_path = {home}/dovecot.log
auth_verbose = yes
default_internal_user = {user}
default_internal_group = {group}
default_login_user = {user}
first_valid_uid = 0
first_valid_gid = 0
listen = 127.0.0.1
protocols = imap lmtp
ssl = yes
ssl_cert = <{home}/tls/chain.pem
ssl_key = <{home}/tls/key.pem
disable_plaintext_auth = no
auth_mechanisms = plain login
auth_failure_delay = 0
mail_location = maildir:~/Maildir
mail_fsync = never
mail_max_userip_connections = 100
mailbox_list_index = yes
postmaster_address = postmaster@dovecot.example
hostname = localhost

passdb {{
  driver = passwd-file
  args = scheme=PLAIN username_format=%u {home}/users
}}
userdb {{
  driver = passwd-file
  args = username_format=%u {home}/users
}}

namespace inbox {{
  inbox = yes
  separator = /
  mailbox Drafts {{
    special_use = \\Drafts
    auto = subscribe
  }}
  mailbox Sent {{
    special_use = \\Sent
    auto = subscribe
  }}
}}

service anvil {{
  chroot =
  # failed sign-ins of all tests come from one address: no growing delay
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service stats {{
  chroot =
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    address = 127.0.0.1
    port = {imap_port}
  }}
  inet_listener imaps {{
    address = 127.0.0.1
    port = {imaps_port}
    ssl = yes
  }}
}}
service lmtp {{
  inet_listener lmtp {{
    address = 127.0.0.1
    port = {lmtp_port}
  }}
}}
"""

_MARKED = CONFIGURATION[CONFIGURATION.index("namespace inbox") : CONFIGURATION.index("service anvil")]

UNMARKED = CONFIGURATION.replace(
    _MARKED, "namespace inbox {{\n  inbox = yes\n  separator = .\n  prefix = INBOX.\n}}\n\n"
)
"""No SPECIAL-USE and no folder but INBOX; every other lies under it, as on Courier and many hosters' servers."""

OLD = UNMARKED + "\nprotocol imap {{\n  imap_capability = IMAP4rev1 LITERAL+ SASL-IR ID NAMESPACE IDLE\n}}\n"
"""As before, and without UIDPLUS."""

SMALL = (
    CONFIGURATION
    + """
mail_plugins = quota
protocol imap {{
  mail_plugins = quota imap_quota
}}
plugin {{
  quota = maildir:User quota
  quota_rule = *:storage=20K
  quota_grace = 0
}}
"""
)
"""Mailboxes that are full after a few mails (RFC 9208)."""

GUARDED = (
    CONFIGURATION
    + """
mail_plugins = acl
protocol imap {{
  mail_plugins = acl imap_acl
}}
plugin {{
  acl = vfile
}}
"""
)
"""Folders whose rights can be taken away (RFC 4314), for the person themselves too."""
