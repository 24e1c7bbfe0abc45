#!/bin/bash
# The Authentication-Results that Exchange Online puts into messages begins with the first result: the name of the server
# that judged, which RFC 8601 §2.2 puts in front, is missing. Two libraries that read the field raise an error and give back
# nothing of it; with a name in front both read the very same results.
#
#   authres 1.2.0 (PyPI)                                 SyntaxError
#   Mail::AuthenticationResults 2.20230112
#     (Debian libmail-authenticationresults-perl)        an error, "unexpected token"
#
# Who counts spf=fail over a mailbox from Office365 with either counts none at all.
set -euo pipefail
export LC_ALL=C.UTF-8

cannot() { echo "results-without-server: $*" >&2; exit 2; }
changed() { echo "results-without-server: CHANGED: $*" >&2; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

python3 -m venv venv && venv/bin/pip install -q authres==1.2.0 || cannot "authres can't be installed"
apt-get download -q libmail-authenticationresults-perl libclone-perl libjson-perl >log 2>&1 ||
  cannot "the Debian packages can't be downloaded: $(tail -n 1 log)"
for package in *.deb; do dpkg-deb -x "$package" debian; done
version=$(dpkg-deb -f libmail-authenticationresults-perl_*.deb Version)
case $version in 2.20230112-*) ;; *) cannot "Mail::AuthenticationResults is of version $version here, not 2.20230112" ;; esac

results='spf=pass (sender IP is 203.0.113.7) smtp.mailfrom=example.net; dkim=pass (signature was verified) header.d=example.net;dmarc=pass action=none header.from=example.net;compauth=pass reason=100'

python_says() {
  venv/bin/python - "$1" <<'PY'
import sys
import authres
try:
    header = authres.AuthenticationResultsHeader.parse("Authentication-Results: " + sys.argv[1])
    print(" ".join(f"{result.method}={result.result}" for result in header.results))
except Exception as error:
    print(type(error).__name__)
PY
}

perl_says() {
  perl -Idebian/usr/share/perl5 -Idebian/usr/lib/x86_64-linux-gnu/perl5/5.36 -MMail::AuthenticationResults::Parser -e '
    my $header = eval { Mail::AuthenticationResults::Parser->new->parse($ARGV[0]) };
    if (!$header) { print $@ =~ /unexpected token/ ? "unexpected token\n" : "error: $@"; exit }
    print join(" ", map { $_->key . "=" . $_->value } @{ $header->search({ isa => "entry" })->children }), "\n"' "$1"
}

seen=$(printf 'authres, as it is: %s\nauthres, with a name: %s\nperl, as it is: %s\nperl, with a name: %s\n' \
  "$(python_says "$results")" "$(python_says "mx.example.org; $results")" \
  "$(perl_says "$results")" "$(perl_says "mx.example.org; $results")")
echo "$seen"
[ "$seen" = 'authres, as it is: SyntaxError
authres, with a name: spf=pass dkim=pass dmarc=pass compauth=pass
perl, as it is: unexpected token
perl, with a name: spf=pass dkim=pass dmarc=pass compauth=pass' ] || changed "that is not what was seen"
