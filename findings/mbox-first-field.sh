#!/bin/bash
# formail, which splits mbox files, takes a `From ` line for the start of a message only if the field behind it is one of those
# that it knows. A message that begins with its DKIM-Signature stays glued to the one before.
#
#   formail of procmail 3.22 (Debian)   of two messages it makes two, if they begin with Received, Return-Path, Message-ID or an
#                                       X- field, and one, if they begin with DKIM-Signature, ARC-Seal,
#                                       Authentication-Results, Received-SPF or List-Id
#
# In an mbox file a message may begin with any field (RFC 4155 appendix A; RFC 5322 §3.6: fields come in no fixed order),
# and signing filters put theirs on top. Who counts or feeds messages by `formail -s` loses all but the first, without a word,
# and the fields of the others are then text of the first. With `-m 1` all of them are split.
set -euo pipefail
export LC_ALL=C.UTF-8

cannot() { echo "mbox-first-field: $*" >&2; exit 2; }
changed() { echo "mbox-first-field: CHANGED: $*" >&2; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

apt-get download -q procmail >log 2>&1 || cannot "the Debian package can't be downloaded: $(tail -n 1 log)"
dpkg-deb -x procmail_*.deb debian
version=$(dpkg-deb -f procmail_*.deb Version)
case $version in 3.22-*) ;; *) cannot "procmail is of version $version here, not 3.22" ;; esac

# Two messages whose first field is $1.
mailbox() {
  for number in 1 2; do
    printf 'From alice@example.org Thu Nov 26 01:00:0%s 2026\n%s: %s\n' "$number" "$1" "$2"
    printf 'From: alice@example.org\nTo: bob@example.net\nSubject: number %s\n' "$number"
    printf 'Date: Thu, 26 Nov 2026 10:00:0%s +0900\n\ntext\n\n' "$number"
  done
}
split() { mailbox "$1" "$2" | timeout 20 debian/usr/bin/formail "${@:3}" -s sh -c 'cat >/dev/null; echo message' | wc -l; }

signature='v=1; a=rsa-sha256; d=example.org; s=key; h=from; bh=eA==; b=eA=='
seen=$(
  for field in 'Received|by mx.example.net; Thu, 26 Nov 2026 10:00:00 +0900' 'Return-Path|<alice@example.org>' \
    'Message-ID|<1@example.org>' 'X-Any|x' "DKIM-Signature|$signature" "ARC-Seal|i=1; $signature" \
    'Authentication-Results|mx.example.net; spf=pass' 'Received-SPF|pass' 'List-Id|<list.example.org>'; do
    echo "${field%%|*}: $(split "${field%%|*}" "${field#*|}")"
  done
  echo "DKIM-Signature, -m 1: $(split DKIM-Signature "$signature" -m 1)"
)
echo "$seen"
[ "$seen" = 'Received: 2
Return-Path: 2
Message-ID: 2
X-Any: 2
DKIM-Signature: 1
ARC-Seal: 1
Authentication-Results: 1
Received-SPF: 1
List-Id: 1
DKIM-Signature, -m 1: 2' ] || changed "that is not what was seen"
