#!/bin/bash
# Before a mail route is changed its TTL is lowered, and who wants to see whether that has been published compares the zone before
# and after. Two programs that compare zones do not see it: records that differ in their TTL alone are the same to them, as they are
# in the canonical form of DNSSEC (RFC 4034 §6.2 leaves the original TTL to the signature).
#
#                                            MX with a TTL of 3600 and of 60          MX of another host
#   ldns-compare-zones 1.8.3 (Debian ldnsutils) -a -e   +0 -0 ~0, exit status 0       +0 -0 ~1, exit status 2
#   dnspython 2.7.0 (PyPI), zone == zone     True                                     False
#   named-compilezone 9.18 (Debian bind9-utils) of both, diff   differ                differ
set -euo pipefail
export LC_ALL=C.UTF-8

cannot() { echo "same-zone-other-ttl: $*" >&2; exit 2; }
changed() { echo "same-zone-other-ttl: CHANGED: $*" >&2; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

python3 -m venv venv && venv/bin/pip install -q dnspython==2.7.0 >log 2>&1 ||
  cannot "dnspython can't be installed: $(tail -n 1 log)"
packages='ldnsutils libldns3 bind9-utils bind9-libs libuv1 libjson-c5 libmaxminddb0 liblmdb0 libprotobuf-c1 libfstrm0 libnghttp2-14'
# shellcheck disable=SC2086 # one word a package
apt-get download -q $packages >log 2>&1 || cannot "the Debian packages can't be downloaded: $(tail -n 1 log)"
for package in *.deb; do dpkg-deb -x "$package" debian; done
for wanted in ldnsutils=1.8.3 bind9-utils=1:9.18; do
  version=$(dpkg-deb -f "${wanted%%=*}"_*.deb Version)
  case $version in "${wanted#*=}"[.-]*) ;; *) cannot "${wanted%%=*} is of version $version here, not ${wanted#*=}" ;; esac
done
with_libraries() { LD_LIBRARY_PATH=$work/debian/usr/lib/x86_64-linux-gnu "$@"; }
compile=$(find debian/usr -name named-compilezone | head -n 1)
compare=$(find debian/usr -name ldns-compare-zones | head -n 1)
[ -x "$compile" ] && [ -x "$compare" ] || cannot "a program is missing in the packages"

zone() {
  echo '$ORIGIN example.org.'
  echo '$TTL 3600'
  echo '@ IN SOA ns1 hostmaster 1 7200 900 1209600 300'
  echo '@ IN NS ns1'
  echo 'ns1 IN A 192.0.2.53'
  echo 'mail IN A 192.0.2.25'
  echo "@ $1 IN MX 10 $2"
}
zone 3600 mail >before
zone 60 mail >lowered
zone 3600 ns1 >moved

cat >equal.py <<'PY'
import sys
import dns.zone
before, after = (dns.zone.from_file(name, "example.org.", relativize=False) for name in sys.argv[1:])
print(before == after)
PY
seen=$(
  for after in lowered moved; do
    status=0
    count=$(with_libraries "$compare" -a -e before "$after" 2>log) || status=$?
    echo "$after: $(tail -n 1 <<<"$count" | xargs), exit status $status"
    echo "$after: $(venv/bin/python equal.py before "$after")"
    for file in before "$after"; do
      with_libraries "$compile" -q -o "$file.out" example.org "$file" >log 2>&1 || cannot "$(tail -n 1 log)"
    done
    cmp -s before.out "$after.out" && echo "$after: the same" || echo "$after: differ"
  done
)
echo "$seen"
[ "$seen" = 'lowered: +0 -0 ~0, exit status 0
lowered: True
lowered: differ
moved: +0 -0 ~1, exit status 2
moved: False
moved: differ' ] || changed "that is not what was seen"
