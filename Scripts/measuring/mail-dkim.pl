# Reads names of messages, one a line, and prints what Mail::DKIM makes of the signature of each.
use strict;
use warnings;
use Mail::DKIM::Verifier;
local $SIG{__WARN__} = sub { };
$| = 1;
while (my $name = <STDIN>) {
    chomp $name;
    my $word = eval {
        my $verifier = Mail::DKIM::Verifier->new;
        open my $file, '<:raw', "/tmp/measuring/messages/$name" or die "no message\n";
        local $/;
        $verifier->PRINT(<$file>);
        $verifier->CLOSE;
        $verifier->result;
    };
    print "$name\t", (defined $word && $word eq 'pass' ? 'pass' : 'fail'), "\n";
}
