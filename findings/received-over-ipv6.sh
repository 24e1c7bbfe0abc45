#!/bin/bash
# A hop over IPv6 in a Received line, with the address as RFC 5321 §4.1.3 and §4.4 write it, `[IPv6:2001:db8::7]`.
#
#   Email::Received 1.00 (Debian libemail-received-perl)              nothing at all, as for a line that it can't read
#   Mail::Field::Received 0.26 (Debian libmail-field-received-perl)   says that it read the line, and has no address
#
# Both read the same line with an IPv4 address in full. Who draws the way of a message with either, or counts senders by
# address, sees only the hops over IPv4, and the first of those in the place of the true sender.
set -euo pipefail
export LC_ALL=C.UTF-8

cannot() { echo "received-over-ipv6: $*" >&2; exit 2; }
changed() { echo "received-over-ipv6: CHANGED: $*" >&2; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

packages='libemail-received-perl libregexp-common-perl libmail-field-received-perl libmailtools-perl libtimedate-perl'
# shellcheck disable=SC2086 # one word a package
apt-get download -q $packages >log 2>&1 || cannot "the Debian packages can't be downloaded: $(tail -n 1 log)"
for package in *.deb; do dpkg-deb -x "$package" debian; done
for wanted in libemail-received-perl=1.00 libmail-field-received-perl=0.26; do
  version=$(dpkg-deb -f "${wanted%=*}"_*.deb Version)
  case $version in "${wanted#*=}"-*) ;; *) cannot "${wanted%=*} is of version $version here, not ${wanted#*=}" ;; esac
done

seen=$(perl -Idebian/usr/share/perl5 -MEmail::Received -MMail::Field -MMail::Field::Received -e '
  for my $address ("203.0.113.7", "IPv6:2001:db8::7") {
    my $line = "from mail.example.net (mail.example.net [$address]) by mx.example.org (Postfix) with ESMTPS id 4ABCDE"
      . " for <bob\@example.org>; Thu, 26 Nov 2026 10:00:05 +0900";
    my $read = parse_received($line);
    print "Email::Received, $address: ",
      $read ? join(" ", map { "$_=$read->{$_}" } grep { $read->{$_} } sort keys %$read) : "nothing", "\n";
    my $field = Mail::Field->new("Received", $line);
    my $from = $field->parse_tree->{from};
    print "Mail::Field::Received, $address: read=", $field->parsed_ok, " from=$from->{from} address=",
      $from->{address} // "none", "\n";
  }') || changed "one of them raised an error"
echo "$seen"
[ "$seen" = 'Email::Received, 203.0.113.7: by=mx.example.org helo=mail.example.net id=4ABCDE ip=203.0.113.7 rdns=mail.example.net
Mail::Field::Received, 203.0.113.7: read=1 from=mail.example.net address=203.0.113.7
Email::Received, IPv6:2001:db8::7: nothing
Mail::Field::Received, IPv6:2001:db8::7: read=1 from=mail.example.net address=none' ] || changed "that is not what was seen"
