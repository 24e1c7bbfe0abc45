#!/bin/bash
# A DMARC aggregate report tells of each row what the receiver found (`auth_results`, for any domain) and what that was worth for the
# domain in From (`policy_evaluated`; RFC 7489 §7.2, appendix C). A signature or an SPF pass of some other domain counts for nothing.
#
#   dmarc-cat 0.15.0 (Debian)   shows the former alone, with one domain a row: that of the last signature. Mail that passed and mail
#                               that was rejected come out alike, and an SPF pass of a forwarder stands beside the domain of a broken
#                               signature as if it were that domain's
#
# Its columns read "pass pass" for mail that receivers reject. Whoever goes to p=reject because that table is clean loses it.
set -euo pipefail
export LC_ALL=C.UTF-8

cannot() { echo "report-without-verdict: $*" >&2; exit 2; }
changed() { echo "report-without-verdict: CHANGED: $*" >&2; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

packages='dmarc-cat libgpgme11 libassuan0'
# shellcheck disable=SC2086 # one word a package
apt-get download -q $packages >log 2>&1 || cannot "the Debian packages can't be downloaded: $(tail -n 1 log)"
for package in *.deb; do dpkg-deb -x "$package" debian; done
version=$(dpkg-deb -f dmarc-cat_*.deb Version)
case $version in 0.15.0-*) ;; *) cannot "dmarc-cat is of version $version here, not 0.15.0" ;; esac

# A row: its number of messages, what was done, DMARC's results of DKIM and SPF, the domain of SPF, and domain=result of each signature.
row() {
  local count=$1 done=$2 dkim=$3 spf=$4 sender=$5 signature
  shift 5
  echo "<record><row><source_ip>192.0.2.$count</source_ip><count>$count</count><policy_evaluated><disposition>$done</disposition>"
  echo "<dkim>$dkim</dkim><spf>$spf</spf></policy_evaluated></row><identifiers><header_from>example.org</header_from></identifiers>"
  echo "<auth_results>"
  for signature; do
    echo "<dkim><domain>${signature%=*}</domain><selector>key</selector><result>${signature#*=}</result></dkim>"
  done
  echo "<spf><domain>$sender</domain><result>pass</result></spf></auth_results></record>"
}
report='example.net!example.org!1767225600!1767311999.xml'
{
  echo '<?xml version="1.0" encoding="UTF-8"?>'
  echo '<feedback><version>1.0</version><report_metadata><org_name>example.net</org_name><email>dmarc@example.net</email>'
  echo '<report_id>1</report_id><date_range><begin>1767225600</begin><end>1767311999</end></date_range></report_metadata>'
  echo '<policy_published><domain>example.org</domain><adkim>r</adkim><aspf>r</aspf><p>reject</p><sp>reject</sp><pct>100</pct>'
  echo '</policy_published>'
  row 4 none pass fail example.net example.org=pass example.net=pass
  row 3 reject fail fail example.net example.net=pass
  row 2 none fail pass example.org example.org=fail
  row 1 reject fail fail example.net example.org=fail
  echo '</feedback>'
} >"$report"

LD_LIBRARY_PATH=debian/usr/lib/x86_64-linux-gnu debian/usr/bin/dmarc-cat -N "$report" >out 2>log ||
  changed "it raised an error: $(tail -n 1 log)"
seen=$(sed -n '/^IP/,$p' out | sed 's/ *$//' | grep .)
echo "$seen"
[ "$seen" = 'IP        Count   From        RFrom       RDKIM   RSPF
192.0.2.4 4       example.org example.net pass    pass
192.0.2.3 3       example.org example.net pass    pass
192.0.2.2 2       example.org example.org fail    pass
192.0.2.1 1       example.org example.org fail    pass' ] || changed "that is not what was seen"
