# Builds and installs without a package. As root, or into DESTDIR:
#
#   make build && make install PREFIX=/usr/local && make uninstall PREFIX=/usr/local
#
# The manual page and the completions are printed by the program, so that they are those of the program installed.

PREFIX ?= /usr/local
DESTDIR ?=
PROGRAM ?= .build/maildnscheck

# The configuration of a system's own software is in /etc.
prefix_is_system = $(filter /usr /usr/,$(PREFIX))
sysconfdir ?= $(if $(prefix_is_system),/etc,$(PREFIX)/etc)

bindir ?= $(PREFIX)/bin
mandir ?= $(PREFIX)/share/man
docdir ?= $(PREFIX)/share/doc/maildnscheck
examplesdir ?= $(docdir)/examples
bashdir ?= $(PREFIX)/share/bash-completion/completions
zshdir ?= $(PREFIX)/share/zsh/site-functions
fishdir ?= $(PREFIX)/share/fish/vendor_completions.d
plugindir ?= $(PREFIX)/lib/nagios/plugins
nagiosdir ?= $(sysconfdir)/nagios-plugins/config
icingadir ?= $(PREFIX)/share/icinga2/include/plugins-contrib.d
unitdir ?= $(PREFIX)/lib/systemd/system
sysusersdir ?= $(PREFIX)/lib/sysusers.d
logrotatedir ?= $(sysconfdir)/logrotate.d

documents = README.md CHANGELOG.md $(wildcard docs/*.md docs/*.json docs/*.png)
# What is copied or imported by hand, a folder of Packaging each.
monitoring = zabbix prometheus grafana checkmk mackerel
examples = $(wildcard Examples/*.zone Examples/*.json)

.PHONY: build install uninstall test

build:
	Scripts/build-release

test:
	Scripts/test

install:
	@test -x $(PROGRAM) || { echo 'There is no $(PROGRAM): run "make build" first.' >&2; exit 1; }
	install -d $(DESTDIR)$(bindir) $(DESTDIR)$(mandir)/man1 $(DESTDIR)$(mandir)/ja/man1 $(DESTDIR)$(docdir)/ja \
	  $(DESTDIR)$(examplesdir)/nagios $(DESTDIR)$(examplesdir)/icinga2 $(DESTDIR)$(bashdir) $(DESTDIR)$(zshdir) \
	  $(DESTDIR)$(fishdir) $(DESTDIR)$(plugindir) $(DESTDIR)$(nagiosdir) $(DESTDIR)$(icingadir) \
	  $(DESTDIR)$(unitdir) $(DESTDIR)$(sysusersdir) $(DESTDIR)$(logrotatedir) $(monitoring:%=$(DESTDIR)$(examplesdir)/%)
	install -m 755 $(PROGRAM) $(DESTDIR)$(bindir)/maildnscheck
	ln -sfr $(DESTDIR)$(bindir)/maildnscheck $(DESTDIR)$(plugindir)/check_maildns
	umask 022 && $(PROGRAM) manual --lang en >$(DESTDIR)$(mandir)/man1/maildnscheck.1
	umask 022 && $(PROGRAM) manual --lang ja >$(DESTDIR)$(mandir)/ja/man1/maildnscheck.1
	umask 022 && $(PROGRAM) completion bash --lang en >$(DESTDIR)$(bashdir)/maildnscheck
	ln -sf maildnscheck $(DESTDIR)$(bashdir)/check_maildns
	umask 022 && $(PROGRAM) completion zsh --lang en >$(DESTDIR)$(zshdir)/_maildnscheck
	umask 022 && $(PROGRAM) completion fish --lang en >$(DESTDIR)$(fishdir)/maildnscheck.fish
	ln -sf maildnscheck.fish $(DESTDIR)$(fishdir)/check_maildns.fish
	install -m 644 Packaging/nagios/maildns.cfg $(DESTDIR)$(nagiosdir)/maildns.cfg
	install -m 644 Packaging/icinga2/maildns.conf $(DESTDIR)$(icingadir)/maildns.conf
	install -m 644 Packaging/nagios/example-service.cfg $(DESTDIR)$(examplesdir)/nagios/
	install -m 644 Packaging/icinga2/example-service.conf $(DESTDIR)$(examplesdir)/icinga2/
	umask 022 && sed 's|/usr/bin/maildnscheck|$(bindir)/maildnscheck|' Packaging/systemd/maildnscheck.service \
	  >$(DESTDIR)$(unitdir)/maildnscheck.service
	install -m 644 Packaging/systemd/maildnscheck.timer $(DESTDIR)$(unitdir)/
	install -m 644 Packaging/systemd/sysusers.conf $(DESTDIR)$(sysusersdir)/maildnscheck.conf
	install -m 644 Packaging/logrotate/maildnscheck $(DESTDIR)$(logrotatedir)/maildnscheck
	for system in $(monitoring); do install -m 644 Packaging/$$system/* $(DESTDIR)$(examplesdir)/$$system/ || exit; done
	install -m 644 $(examples) $(DESTDIR)$(examplesdir)/
	install -m 644 $(documents) $(DESTDIR)$(docdir)/
	install -m 644 $(wildcard docs/ja/*.md) $(DESTDIR)$(docdir)/ja/

# The folders stay: others may have put something there. The documents have one of their own.
uninstall:
	rm -f $(DESTDIR)$(bindir)/maildnscheck $(DESTDIR)$(plugindir)/check_maildns \
	  $(DESTDIR)$(mandir)/man1/maildnscheck.1 $(DESTDIR)$(mandir)/ja/man1/maildnscheck.1 \
	  $(DESTDIR)$(bashdir)/maildnscheck $(DESTDIR)$(bashdir)/check_maildns $(DESTDIR)$(zshdir)/_maildnscheck \
	  $(DESTDIR)$(fishdir)/maildnscheck.fish $(DESTDIR)$(fishdir)/check_maildns.fish \
	  $(DESTDIR)$(nagiosdir)/maildns.cfg $(DESTDIR)$(icingadir)/maildns.conf \
	  $(DESTDIR)$(unitdir)/maildnscheck.service $(DESTDIR)$(unitdir)/maildnscheck.timer \
	  $(DESTDIR)$(sysusersdir)/maildnscheck.conf $(DESTDIR)$(logrotatedir)/maildnscheck
	rm -rf $(DESTDIR)$(docdir)
