#!/bin/bash
# The id in a Received line (RFC 5321 §4.4: an atom or a message id) is what the server's log has: Postfix with
# `enable_long_queue_ids` counts in letters of both cases, sendmail too.
#
#   eml-parser 4.4.0 (PyPI)   gives every Received line back in small letters, its own copy of the whole line too
#
# An id taken from its JSON is not found in the log of the server, and the time that a sendmail id holds can't be read from it.
# The mailbox of the recipient, whose local part is case-sensitive as well (§2.4), goes the same way.
set -euo pipefail
export LC_ALL=C.UTF-8

cannot() { echo "queue-id-case: $*" >&2; exit 2; }
changed() { echo "queue-id-case: CHANGED: $*" >&2; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

python3 -m venv venv && venv/bin/pip install -q eml-parser==4.4.0 || cannot "eml-parser can't be installed"

seen=$(venv/bin/python - <<'PY'
import eml_parser

message = (b"Received: from mail.example.net (mail.example.net [203.0.113.7])\r\n"
           b"\tby mx.example.org (Postfix) with ESMTPS id 4cBdFg2hJkLz9Qr\r\n"
           b"\tfor <Bob@example.org>; Thu, 26 Nov 2026 10:00:05 +0900\r\n"
           b"From: alice@example.net\r\nDate: Thu, 26 Nov 2026 10:00:00 +0900\r\n\r\ntext\r\n")
hop = eml_parser.EmlParser().decode_email_bytes(message)["header"]["received"][0]
print("with:", hop["with"])
print("for:", *hop["for"])
print("whole line:", "4cBdFg2hJkLz9Qr" in hop["src"], "4cbdfg2hjklz9qr" in hop["src"])
PY
) || changed "it raised an error"
echo "$seen"
[ "$seen" = 'with: esmtps id 4cbdfg2hjklz9qr
for: bob@example.org
whole line: False True' ] || changed "that is not what was seen"
