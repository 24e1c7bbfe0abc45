#!/bin/bash
# The p= of a DKIM key as RFC 6376 §3.6.1 describes it (a bare RSAPublicKey, PKCS #1) and as everybody publishes it (a
# SubjectPublicKeyInfo): of two verifiers one takes both, the other the second alone.
#
#   dkimpy 1.1.8 (PyPI)                               reads both
#   Mail::DKIM 1.20230212 (Debian libmail-dkim-perl)  reads the SubjectPublicKeyInfo; of the bare key it says "wrong tag"
#
# So a key that follows the letter of the RFC passes with one receiver and fails with the next.
set -euo pipefail
export LC_ALL=C.UTF-8

cannot() { echo "bare-rsa-key: $*" >&2; exit 2; }
changed() { echo "bare-rsa-key: CHANGED: $*" >&2; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

python3 -m venv venv && venv/bin/pip install -q dkimpy==1.1.8 dnspython==2.7.0 || cannot "dkimpy can't be installed"
packages='libmail-dkim-perl libcrypt-openssl-rsa-perl libcrypt-openssl-bignum-perl libcrypt-openssl-guess-perl
  libmailtools-perl libtimedate-perl libnet-dns-perl libmail-authenticationresults-perl liberror-perl'
# shellcheck disable=SC2086 # one word a package
apt-get download -q $packages >log 2>&1 || cannot "the Debian packages can't be downloaded: $(tail -n 1 log)"
for package in *.deb; do dpkg-deb -x "$package" debian; done
version=$(dpkg-deb -f libmail-dkim-perl_*.deb Version)
case $version in 1.20230212-*) ;; *) cannot "Mail::DKIM is of version $version here, not 1.20230212" ;; esac

openssl genrsa -out key.pem 2048 2>/dev/null
openssl rsa -in key.pem -pubout -outform DER -out wrapped.der 2>/dev/null
openssl rsa -in key.pem -RSAPublicKey_out -outform DER -out bare.der 2>/dev/null

python_says() {
  venv/bin/python - "$1" <<'PY'
import base64, sys
import dkim
record = b"v=DKIM1; k=rsa; p=" + base64.b64encode(open(sys.argv[1], "rb").read())
message = b"From: a@example.org\r\nSubject: x\r\n\r\nx\r\n"
signature = dkim.sign(message, b"s", b"example.org", open("key.pem", "rb").read())
print("pass" if dkim.verify(signature + message, dnsfunc=lambda name, timeout=5: record) else "fail")
PY
}

perl_says() {
  perl -Idebian/usr/share/perl5 -Idebian/usr/lib/x86_64-linux-gnu/perl5/5.36 -MMIME::Base64 -MMail::DKIM::PublicKey -e '
    open my $file, "<:raw", $ARGV[0]; local $/; my $data = encode_base64(<$file>, "");
    my $key = Mail::DKIM::PublicKey->parse("v=DKIM1; k=rsa; p=$data");
    print eval { $key->cork; 1 } ? "read" : $@ =~ /wrong tag/ ? "wrong tag" : "error: $@", "\n"' "$1"
}

seen=$(printf 'dkimpy wrapped: %s\ndkimpy bare: %s\nMail::DKIM wrapped: %s\nMail::DKIM bare: %s\n' \
  "$(python_says wrapped.der)" "$(python_says bare.der)" "$(perl_says wrapped.der)" "$(perl_says bare.der)")
echo "$seen"
[ "$seen" = 'dkimpy wrapped: pass
dkimpy bare: pass
Mail::DKIM wrapped: read
Mail::DKIM bare: wrong tag' ] || changed "that is not what was seen"
