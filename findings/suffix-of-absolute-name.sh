#!/bin/bash
# A domain name with a dot at its end is the same name, written in full (RFC 1034 §3.1). DNS tools print that dot.
#
#   psl 0.21.2 (Debian, of libpsl)   the registered domain of mail.example.co.jp is example.co.jp, of mail.example.co.jp. co.jp.
#   publicsuffixlist 1.1.2.20261023 (PyPI)                           example.co.jp of both
#   Domain::PublicSuffix 0.19 (Debian libdomain-publicsuffix-perl)   example.co.jp of both
#
# Below suffixes of one label, .org, the result is right, so a test with such names shows nothing. Who groups names from dig or
# looks for the organisational domain of DMARC (RFC 7489 §3.2) that way makes one domain of all companies of Japan.
set -euo pipefail
export LC_ALL=C.UTF-8

cannot() { echo "suffix-of-absolute-name: $*" >&2; exit 2; }
changed() { echo "suffix-of-absolute-name: CHANGED: $*" >&2; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

python3 -m venv venv && venv/bin/pip install -q publicsuffixlist==1.1.2.20261023 || cannot "publicsuffixlist can't be installed"
packages='psl libpsl5 libidn2-0 libunistring2 libdomain-publicsuffix-perl libclass-accessor-perl libnet-idn-encode-perl'
# shellcheck disable=SC2086 # one word a package
apt-get download -q $packages >log 2>&1 || cannot "the Debian packages can't be downloaded: $(tail -n 1 log)"
for package in *.deb; do dpkg-deb -x "$package" debian; done
for wanted in psl=0.21.2 libdomain-publicsuffix-perl=0.19; do
  version=$(dpkg-deb -f "${wanted%=*}"_*.deb Version)
  case $version in "${wanted#*=}"-*) ;; *) cannot "${wanted%=*} is of version $version here, not ${wanted#*=}" ;; esac
done

seen=$(for name in mail.example.co.jp mail.example.co.jp. mail.example.org.; do
  printf '%s psl: %s publicsuffixlist: %s Domain::PublicSuffix: %s\n' "$name" \
    "$(LD_LIBRARY_PATH=debian/usr/lib/x86_64-linux-gnu debian/usr/bin/psl --use-builtin-data --print-reg-domain "$name" |
      sed 's/.*: //')" \
    "$(venv/bin/python -c 'import publicsuffixlist, sys; print(publicsuffixlist.PublicSuffixList().privatesuffix(sys.argv[1]))' \
      "$name")" \
    "$(perl -Idebian/usr/share/perl5 -Idebian/usr/lib/x86_64-linux-gnu/perl5/5.36 -MDomain::PublicSuffix -e '
      print Domain::PublicSuffix->new->get_root_domain($ARGV[0])' "$name")"
done) || cannot "one of the programs can't be run here"
echo "$seen"
[ "$seen" = 'mail.example.co.jp psl: example.co.jp publicsuffixlist: example.co.jp Domain::PublicSuffix: example.co.jp
mail.example.co.jp. psl: co.jp. publicsuffixlist: example.co.jp Domain::PublicSuffix: example.co.jp
mail.example.org. psl: example.org. publicsuffixlist: example.org Domain::PublicSuffix: example.org' ] || changed "that is not what was seen"
