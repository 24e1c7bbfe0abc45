# Reads domains, one a line, and prints what Mail::SPF makes of each.
use strict;
use warnings;
use Mail::SPF;
local $SIG{__WARN__} = sub { };
$| = 1;
my $server = Mail::SPF::Server->new;
while (my $domain = <STDIN>) {
    chomp $domain;
    my $code = eval {
        my $request = Mail::SPF::Request->new(
            scope => 'mfrom', identity => "a\@$domain", ip_address => '192.0.2.1', helo_identity => 'helo.example.org');
        $server->process($request)->code;
    };
    ($code = "error: $@") =~ s/\s+/ /g if !defined $code;
    print "$domain\t$code\n";
}
