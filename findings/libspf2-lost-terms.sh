#!/bin/bash
# libspf2, by which Exim judges SPF, keeps 511 octets of a compiled record. Terms beyond that are lost without an error or a
# warning: of a record with 70 `ip4` terms it keeps 64.
#
#   libspf2 1.2.10 (Debian libspf2-2)   compiles the record without an error, and knows 64 of its 70 terms
#
# The record is valid (RFC 7208 §4.6.1; it is far below the limit of §3.4). Whoever sends from one of the last addresses does
# not pass. Records of several hundred octets are what flattening services publish.
set -euo pipefail
export LC_ALL=C.UTF-8

cannot() { echo "libspf2-lost-terms: $*" >&2; exit 2; }
changed() { echo "libspf2-lost-terms: CHANGED: $*" >&2; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

apt-get download -q libspf2-2 >log 2>&1 || cannot "the Debian package can't be downloaded: $(tail -n 1 log)"
dpkg-deb -x libspf2-2_*.deb debian
version=$(dpkg-deb -f libspf2-2_*.deb Version)
case $version in 1.2.10-*) ;; *) cannot "libspf2 is of version $version here, not 1.2.10" ;; esac
library=$(find "$work/debian" -name 'libspf2.so.2' | head -n 1)

seen=$(python3 - "$library" <<'PY'
import ctypes, sys
spf = ctypes.CDLL(sys.argv[1])
for name in ("SPF_server_new", "SPF_request_new", "SPF_response_new"):
    getattr(spf, name).restype = ctypes.c_void_p
server = ctypes.c_void_p(spf.SPF_server_new(0, 0))
request = ctypes.c_void_p(spf.SPF_request_new(server))
for count in (60, 70):
    text = "v=spf1 " + " ".join("ip4:192.0.2.%d" % i for i in range(1, count + 1))
    response = ctypes.c_void_p(spf.SPF_response_new(request))
    record, buffer, length = ctypes.c_void_p(), ctypes.c_char_p(), ctypes.c_size_t()
    error = spf.SPF_record_compile(server, response, ctypes.byref(record), text.encode())
    spf.SPF_record_stringify(record, ctypes.byref(buffer), ctypes.byref(length), 0)
    terms = buffer.value.decode().split()[1:]
    print(f"{count} ip4 terms: error {error}, errors {spf.SPF_response_errors(response)}, kept {len(terms)}")
PY
) || cannot "the library can't be used here"
echo "$seen"
[ "$seen" = '60 ip4 terms: error 0, errors 0, kept 60
70 ip4 terms: error 0, errors 0, kept 64' ] || changed "that is not what was seen"
