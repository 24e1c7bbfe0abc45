#!/bin/bash
# Performance data of monitoring plugins: a threshold may be any range, `@10:20` and `~:30` too, the value may be `U`, and a
# quote inside a label is doubled (Monitoring Plugins Development Guidelines, "Performance data" and "Threshold and Ranges").
#
#   Monitoring::Plugin 0.40 (Debian libmonitoring-plugin-perl)   writes such ranges, and reads them back as none: warning,
#                                                                critical and minimum are gone. A label with a quote and a
#                                                                value `U` are dropped whole
#   nagiosplugin 1.4.0 (PyPI)                                    writes the same
#
# Whoever reads the data of checks with it, for graphs or for limits of his own, has no limits where they are ranges of that
# kind, and can't tell that from a check without any.
set -euo pipefail
export LC_ALL=C.UTF-8

cannot() { echo "perfdata-ranges: $*" >&2; exit 2; }
changed() { echo "perfdata-ranges: CHANGED: $*" >&2; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

python3 -m venv venv && venv/bin/pip install -q nagiosplugin==1.4.0 || cannot "nagiosplugin can't be installed"
packages='libmonitoring-plugin-perl libclass-accessor-perl libsub-name-perl libconfig-tiny-perl libmath-calc-units-perl
  libparams-validate-perl libmodule-implementation-perl libmodule-runtime-perl libtry-tiny-perl'
# shellcheck disable=SC2086 # one word a package
apt-get download -q $packages >log 2>&1 || cannot "the Debian packages can't be downloaded: $(tail -n 1 log)"
for package in *.deb; do dpkg-deb -x "$package" debian; done
version=$(dpkg-deb -f libmonitoring-plugin-perl_*.deb Version)
case $version in 0.40-*) ;; *) cannot "Monitoring::Plugin is of version $version here, not 0.40" ;; esac

seen=$(
  venv/bin/python - <<'PY'
import nagiosplugin
print("nagiosplugin writes", nagiosplugin.performance.Performance("days", 12, "", nagiosplugin.Range("@10:20"),
                                                                  nagiosplugin.Range("~:30"), 0))
PY
  perl -Idebian/usr/share/perl5 -Idebian/usr/lib/x86_64-linux-gnu/perl5/5.36 -MMonitoring::Plugin -e '
    my $plugin = Monitoring::Plugin->new(shortname => "DAYS");
    for my $ranges (["10:20", "5:30"], ["\@10:20", "~:30"]) {
      $plugin->add_perfdata(label => "days", value => 12, min => 0,
        threshold => $plugin->set_thresholds(warning => $ranges->[0], critical => $ranges->[1]));
    }
    for my $written (split(/ /, $plugin->all_perfoutput), "\x27it\x27\x27s here\x27=4;10;20", "load=U;10;20") {
      my @read = Monitoring::Plugin::Performance->parse_perfstring($written);
      print "Monitoring::Plugin, $written: ", join(" ", map { $_->perfoutput } @read) || "nothing", "\n";
    }'
) || cannot "one of the libraries can't be used here"
echo "$seen"
[ "$seen" = "nagiosplugin writes days=12;@10:20;~:30;0
Monitoring::Plugin, days=12;10:20;5:30;0;: days=12;10:20;5:30;0;
Monitoring::Plugin, days=12;@10:20;~:30;0;: days=12;;
Monitoring::Plugin, 'it''s here'=4;10;20: nothing
Monitoring::Plugin, load=U;10;20: nothing" ] || changed "that is not what was seen"
