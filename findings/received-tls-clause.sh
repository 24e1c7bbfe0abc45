#!/bin/bash
# The `tls` clause that RFC 8314 §4.3 adds to Received lines, as Exim writes it.
#
#   Mail::Field::Received 0.26 (Debian libmail-field-received-perl)   stops at it: no id, no recipient and no time
#   mail-parser 4.8.0 (PyPI)                                          reads id, recipient and time, and takes the clause for
#                                                                     a part of the protocol
#
# Without the clause both read the line. Of a way over hosts that follow the RFC one shows no times, and who filters the other
# by `with` (ESMTPS or not) finds no equal.
set -euo pipefail
export LC_ALL=C.UTF-8

cannot() { echo "received-tls-clause: $*" >&2; exit 2; }
changed() { echo "received-tls-clause: CHANGED: $*" >&2; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

python3 -m venv venv && venv/bin/pip install -q mail-parser==4.8.0 || cannot "mail-parser can't be installed"
packages='libmail-field-received-perl libmailtools-perl libtimedate-perl'
# shellcheck disable=SC2086 # one word a package
apt-get download -q $packages >log 2>&1 || cannot "the Debian packages can't be downloaded: $(tail -n 1 log)"
for package in *.deb; do dpkg-deb -x "$package" debian; done
version=$(dpkg-deb -f libmail-field-received-perl_*.deb Version)
case $version in 0.26-*) ;; *) cannot "Mail::Field::Received is of version $version here, not 0.26" ;; esac

line() {
  echo "from mail.example.net ([203.0.113.7]) by mx.example.org with esmtps $1id 1tFabc-000000001XY-2def" \
    "for bob@example.org; Thu, 26 Nov 2026 10:00:05 +0900"
}
perl_says() {
  perl -Idebian/usr/share/perl5 -MMail::Field -MMail::Field::Received -e '
    my $field = Mail::Field->new("Received", $ARGV[0]);
    my $tree = $field->parse_tree;
    print join(" ", "read=" . $field->parsed_ok, "with=" . $tree->{with}{with}, "id=" . ($tree->{id}{id} // "none"),
      "for=" . ($tree->{for}{for} // "none"), "time=" . ($tree->{date_time}{hms} // "none")), "\n"' "$1"
}
python_says() {
  venv/bin/python - "$1" <<'PY'
import sys
import mailparser
hop = mailparser.parse_from_string(f"Received: {sys.argv[1]}\r\nFrom: a@example.net\r\n\r\nx\r\n").received[0]
print(*(f"{key}={hop.get(key, 'none')}" for key in ("with", "id", "for", "date_utc")))
PY
}

plain=$(line '') clause=$(line 'tls TLS_AES_256_GCM_SHA384 ')
seen=$(printf 'perl, without: %s\nperl, with: %s\npython, without: %s\npython, with: %s\n' \
  "$(perl_says "$plain")" "$(perl_says "$clause")" "$(python_says "$plain")" "$(python_says "$clause")")
echo "$seen"
[ "$seen" = 'perl, without: read=1 with=esmtps id=1tFabc-000000001XY-2def for=bob@example.org time=10:00:05
perl, with: read=0 with=esmtps id=none for=none time=none
python, without: with=esmtps id=1tFabc-000000001XY-2def for=bob@example.org date_utc=2026-11-26T01:00:05+00:00
python, with: with=esmtps tls TLS_AES_256_GCM_SHA384 id=1tFabc-000000001XY-2def for=bob@example.org date_utc=2026-11-26T01:00:05+00:00' ] ||
  changed "that is not what was seen"
