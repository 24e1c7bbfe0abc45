#!/bin/bash
# Mail::Internet of MailTools reads a message, lets a script look at it or add a field, and writes it. On the way it folds the fields
# anew and gives names of fields a case of its own: Message-Id becomes Message-ID, DKIM-Signature Dkim-Signature. That is the same field
# (RFC 5322 §1.2.2), but not the same for a signature in `simple` form, which RFC 6376 §3.5 takes where no `c=` is written.
#
#   Mail::Internet 2.21 (Debian libmailtools-perl)   after it a signature c=simple/simple fails, c=relaxed/relaxed passes; with
#                                                    Modify => 0 both pass
#   dkimpy 1.1.8 (PyPI)                              signs and checks
#
# A filter that only adds a field in front, as for the results of a check, takes the signature of some senders away and leaves it to
# others. The fault looks like theirs.
set -euo pipefail
export LC_ALL=C.UTF-8

cannot() { echo "mail-written-back: $*" >&2; exit 2; }
changed() { echo "mail-written-back: CHANGED: $*" >&2; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

python3 -m venv venv && venv/bin/pip install -q dkimpy==1.1.8 dnspython==2.7.0 >log 2>&1 ||
  cannot "dkimpy can't be installed: $(tail -n 1 log)"
packages='libmailtools-perl libtimedate-perl'
# shellcheck disable=SC2086 # one word a package
apt-get download -q $packages >log 2>&1 || cannot "the Debian packages can't be downloaded: $(tail -n 1 log)"
for package in *.deb; do dpkg-deb -x "$package" debian; done
version=$(dpkg-deb -f libmailtools-perl_*.deb Version)
case $version in 2.21-*) ;; *) cannot "MailTools is of version $version here, not 2.21" ;; esac
openssl genrsa -traditional -out private 2048 2>log && openssl rsa -in private -pubout -outform der -out public 2>log ||
  cannot "no key can be made: $(tail -n 1 log)"

seen=$(venv/bin/python - <<'PY'
import base64, subprocess
import dkim
key = open("private", "rb").read()
record = b"v=DKIM1; p=" + base64.b64encode(open("public", "rb").read())
message = (b"From: a@example.org\r\nTo: b@example.net\r\nSubject: x\r\nDate: Thu, 26 Nov 2026 10:00:05 +0900\r\n"
           b"Message-Id: <1@example.org>\r\n\r\nx\r\n")

def written(message, options):
    return subprocess.run(["perl", "-Idebian/usr/share/perl5", "-MMail::Internet", "-e",
                           f"Mail::Internet->new(\\*STDIN{options})->print"],
                          input=message.replace(b"\r\n", b"\n"), stdout=subprocess.PIPE, check=True).stdout.replace(b"\n", b"\r\n")

for form in b"simple", b"relaxed":
    signed = dkim.sign(message, b"key", b"example.org", key, canonicalize=(form, form), include_headers=[b"from", b"message-id"]) + message
    for how, result in ("as it was", signed), ("written", written(signed, "")), ("with Modify => 0", written(signed, ", Modify => 0")):
        names = [line.split(b":")[0].decode() for line in result.split(b"\r\n") if line.lower().startswith((b"message-", b"dkim-"))]
        print(form.decode(), how + ":", dkim.verify(result, dnsfunc=lambda name, timeout=5: record), *names)
PY
) || changed "it raised an error"
echo "$seen"
[ "$seen" = 'simple as it was: True DKIM-Signature Message-Id
simple written: False Dkim-Signature Message-ID
simple with Modify => 0: True DKIM-Signature Message-Id
relaxed as it was: True DKIM-Signature Message-Id
relaxed written: True Dkim-Signature Message-ID
relaxed with Modify => 0: True DKIM-Signature Message-Id' ] || changed "that is not what was seen"
