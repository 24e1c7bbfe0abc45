# Reads domains, one a line, and prints what Mail::DMARC makes of each.
use strict;
use warnings;
use Mail::DMARC::PurePerl;
local $SIG{__WARN__} = sub { };
$| = 1;
while (my $domain = <STDIN>) {
    chomp $domain;
    my $dmarc  = Mail::DMARC::PurePerl->new;
    my $result = eval {
        $dmarc->source_ip('192.0.2.1');
        $dmarc->header_from($domain);
        $dmarc->dkim([]);
        $dmarc->spf([{ scope => 'mfrom', domain => 'other.example.net', result => 'fail' }]);
        $dmarc->validate;
    };
    my $word = 'ignored';
    if ($result) {
        # Without a policy the disposition is "none" all the same; only what was published tells them apart.
        $word = lc $result->disposition if eval { $result->published };
    }
    print "$domain\t$word\n";
}
