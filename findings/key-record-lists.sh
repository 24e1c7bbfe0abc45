#!/bin/bash
# Two tags of a DKIM key record are lists with colons: `s=`, the services that the key is for, of which unknown ones have to be passed
# over, and `h=`, the hash functions; there may be blanks round a colon of h= (RFC 6376 §3.6.1). A key that signs both mail and TLS
# reports has `s=email:tlsrpt` (RFC 8460 §3 asks for the latter).
#
#   dkimpy 1.1.8 (PyPI)                                takes s= for one word: with the list the signature fails, for mail and, asked
#                                                      for a TLS report, for that as well; h= it reads
#   Mail::DKIM 1.20230212 (Debian libmail-dkim-perl)   reads the list of s=; of `h=sha1 : sha256` it says that the key does not
#                                                      support sha256
#
# Each of the two records passes with one of them and fails with the other: whoever tests with one program sees nothing. The domain
# that answers TLS-RPT by the book loses DKIM, and by it DMARC, with receivers that use dkimpy.
set -euo pipefail
export LC_ALL=C.UTF-8

cannot() { echo "key-record-lists: $*" >&2; exit 2; }
changed() { echo "key-record-lists: CHANGED: $*" >&2; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

python3 -m venv venv && venv/bin/pip install -q dkimpy==1.1.8 dnspython==2.7.0 >log 2>&1 ||
  cannot "dkimpy can't be installed: $(tail -n 1 log)"
packages='libmail-dkim-perl libcrypt-openssl-rsa-perl libcrypt-openssl-bignum-perl libcrypt-openssl-guess-perl
  libmailtools-perl libtimedate-perl libnet-dns-perl libmail-authenticationresults-perl liberror-perl'
# shellcheck disable=SC2086 # one word a package
apt-get download -q $packages >log 2>&1 || cannot "the Debian packages can't be downloaded: $(tail -n 1 log)"
for package in *.deb; do dpkg-deb -x "$package" debian; done
version=$(dpkg-deb -f libmail-dkim-perl_*.deb Version)
case $version in 1.20230212-*) ;; *) cannot "Mail::DKIM is of version $version here, not 1.20230212" ;; esac

openssl genrsa -traditional -out private 2048 2>log && openssl rsa -in private -pubout -outform der -out public 2>log ||
  cannot "no key can be made: $(tail -n 1 log)"

# Signs a message with the key, then has it checked against the record `v=DKIM1; $1; p=…`.
python_says() {
  venv/bin/python - "$1" <<'PY'
import base64, sys
import dkim
record = f"v=DKIM1; {sys.argv[1]}; p={base64.b64encode(open('public', 'rb').read()).decode()}".encode()
message = b"From: a@example.org\r\nSubject: x\r\n\r\nx\r\n"
signed = dkim.sign(message, b"key", b"example.org", open("private", "rb").read()) + message
open("record", "wb").write(record)
open("message", "wb").write(signed)
print(*(dkim.verify(signed, dnsfunc=lambda name, timeout=5: record, tlsrpt=report) for report in (False, True)))
PY
}
perl_says() {
  perl -Idebian/usr/share/perl5 -Idebian/usr/lib/x86_64-linux-gnu/perl5/5.36 -MMail::DKIM::Verifier -MNet::DNS -e '
    local $/;
    open my $file, "<", "record"; my $record = Net::DNS::RR->new(owner => "key._domainkey.example.org", type => "TXT",
      txtdata => [<$file> =~ /(.{1,255})/gs]);
    { no warnings "redefine"; *Mail::DKIM::DNS::query_async = sub { my %asked = @_[2 .. $#_];
      sub { $asked{Callbacks}{Success}->($record) } } }
    my $verifier = Mail::DKIM::Verifier->new;
    open $file, "<", "message"; $verifier->PRINT(<$file>); $verifier->CLOSE;
    print $verifier->result_detail =~ s/\s+\)/)/r, "\n"'
}
seen=$(for tags in 's=email' 's=email:tlsrpt' 'h=sha1:sha256' 'h=sha1 : sha256'; do
  echo "$tags, dkimpy for mail and for a report: $(python_says "$tags") Mail::DKIM: $(perl_says)"
done) || changed "one of them raised an error"
echo "$seen"
[ "$seen" = "s=email, dkimpy for mail and for a report: True True Mail::DKIM: pass
s=email:tlsrpt, dkimpy for mail and for a report: False False Mail::DKIM: pass
h=sha1:sha256, dkimpy for mail and for a report: True True Mail::DKIM: pass
h=sha1 : sha256, dkimpy for mail and for a report: True True Mail::DKIM: invalid (public key: does not support hash algorithm 'sha256')" ] || changed "that is not what was seen"
