#!/bin/bash
# bind2samba turns a zone file into commands for the name server of Samba. Every MX record becomes one of the domain itself,
# whoever its owner is.
#
#   bind2samba 1.0.3 (PyPI)   `lists IN MX 10 …` goes to the apex; lines whose owner is `@`, `*` or that of the line before
#                             (RFC 1035 §5.1, RFC 4592 §2.1.1) are left out unsaid
#
# Mail for the domain is then tried at the server for the lists as well, at the same preference: half of it goes there.
set -euo pipefail
export LC_ALL=C.UTF-8

cannot() { echo "mx-without-owner: $*" >&2; exit 2; }
changed() { echo "mx-without-owner: CHANGED: $*" >&2; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

python3 -m venv venv && venv/bin/pip install -q bind2samba==1.0.3 dnspython==2.7.0 || cannot "the packages can't be installed"
cat >zone <<'ZONE'
$ORIGIN example.org.
$TTL 3600
example.org. IN SOA ns1.example.org. hostmaster.example.org. 1 7200 900 1209600 300
example.org. IN NS ns1.example.org.
example.org. IN MX 10 mail.example.org.
@ IN MX 20 backup.example.org.
lists IN MX 10 lists-in.example.net.
* IN MX 30 any.example.net.
mail IN A 192.0.2.3
  IN AAAA 2001:db8::3
ZONE

seen=$(
  venv/bin/bind2samba --dry-run --zone example.org zone
  venv/bin/python - <<'PY'
import dns.zone
zone = dns.zone.from_file("zone", "example.org.", relativize=False)
for name, _, data in sorted(zone.iterate_rdatas("MX")):
    print("dnspython:", name, data)
PY
) || changed "one of them raised an error"
echo "$seen"
[ "$seen" = 'samba-tool dns add localhost example.org @ MX mail.example.org 10
samba-tool dns add localhost example.org @ MX lists-in.example.net 10
samba-tool dns add localhost example.org mail A 192.0.2.3
dnspython: example.org. 10 mail.example.org.
dnspython: example.org. 20 backup.example.org.
dnspython: *.example.org. 30 any.example.net.
dnspython: lists.example.org. 10 lists-in.example.net.' ] || changed "that is not what was seen"
