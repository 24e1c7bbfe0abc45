# Reads domains, one a line, and prints what SpamAssassin makes of each: spamassassin.pl dmarc|spf|dkim.
use strict;
use warnings;
use Mail::SpamAssassin;
local $SIG{__WARN__} = sub { };
$| = 1;
my $ground = shift @ARGV;
my %rules  = (
    spf => [
        [SPF_PASS => 'check_for_spf_pass()', 'pass'], [SPF_FAIL => 'check_for_spf_fail()', 'fail'],
        [SPF_SOFTFAIL => 'check_for_spf_softfail()', 'softfail'], [SPF_NEUTRAL => 'check_for_spf_neutral()', 'neutral'],
        [SPF_NONE => 'check_for_spf_none()', 'none'], [T_PERM => 'check_for_spf_permerror()', 'permerror'],
        [T_TEMP => 'check_for_spf_temperror()', 'temperror'],
    ],
    dkim  => [[DKIM_VALID => 'check_dkim_valid()', 'pass']],
    dmarc => [
        [DMARC_REJECT => 'check_dmarc_reject()', 'reject'], [DMARC_QUAR => 'check_dmarc_quarantine()', 'quarantine'],
        [DMARC_NONE => 'check_dmarc_none()', 'none'], [DMARC_MISSING => 'check_dmarc_missing()', 'ignored'],
    ],
);
my $tags = $ground eq 'dkim' ? 'full' : 'header';
my @rules = @{ $rules{$ground} };
my $text  = join "\n", (
    'loadplugin Mail::SpamAssassin::Plugin::Check', 'loadplugin Mail::SpamAssassin::Plugin::SPF',
    'loadplugin Mail::SpamAssassin::Plugin::DKIM', 'loadplugin Mail::SpamAssassin::Plugin::DMARC',
    'dns_available yes', 'dns_server 127.0.0.1', 'trusted_networks 203.0.113.99', 'use_bayes 0', 'score_set 1',
    (map { ("$tags $_->[0] eval:$_->[1]", "score $_->[0] 1") } @rules),
    # The DMARC plugin looks at what these two found.
    ($ground eq 'dmarc' ? ('header T_S eval:check_for_spf_pass()', 'full T_K eval:check_dkim_valid()') : ()),
) , '';
my $assassin = Mail::SpamAssassin->new({
    config_text => $text, dont_copy_prefs => 1, local_tests_only => 0, require_rules => 0,
    home_dir_for_helpers => '/tmp/measuring', userprefs_filename => '/dev/null' });
$assassin->init(1);
while (my $name = <STDIN>) {
    chomp $name;
    my $text;
    if ($ground eq 'dkim') {
        open my $file, '<:raw', "/tmp/measuring/messages/$name" or die "no message\n";
        local $/;
        $text = <$file>;
        $text =~ s/\r\n/\n/g;
        $text = "Received: from helo.example.org (helo.example.org [192.0.2.1]) by mx.local (Postfix) with ESMTP id X"
          . " for <u\@local>; Mon, 1 Jan 2024 00:00:00 +0000\n" . $text;
    } else {
        $text = "Return-Path: <a\@$name>\nReceived: from helo.example.org (helo.example.org [192.0.2.1]) by mx.local"
          . " (Postfix) with ESMTP id X for <u\@local>; Mon, 1 Jan 2024 00:00:00 +0000\nFrom: a\@$name\nTo: u\@local\n"
          . "Subject: x\nMessage-ID: <1\@$name>\nDate: Mon, 1 Jan 2024 00:00:00 +0000\n\nx\n";
    }
    my $mail   = $assassin->parse($text);
    my $status = $assassin->check($mail);
    my %hit    = map { $_ => 1 } split /,/, $status->get_names_of_tests_hit;
    my ($word) = map { $_->[2] } grep { $hit{ $_->[0] } } @rules;
    $word = $ground eq 'dkim' ? 'fail' : $ground eq 'dmarc' ? 'ignored' : 'none' if !defined $word;
    print "$name\t$word\n";
    $status->finish;
    $mail->finish;
}
