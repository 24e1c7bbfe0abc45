#!/bin/bash
# A host name without its final dot in a zone of OctoDNS is refused by OctoDNS 1.16.0 and taken by 1.22.0, where the check has
# become one of those that have to be switched on. octodns-bind writes the name into a master file as it is, and there it is
# relative (RFC 1035 §5.1): whoever loads the file has an MX whose name ends in the zone's twice, and mail is lost. To
# services that want names without the dot, as most web APIs do, nothing happens: the same YAML is right there and wrong here.
#
#   OctoDNS 1.16.0, octodns-bind 1.0.1 (PyPI)   exit 1, "missing trailing ." and nothing is written
#   OctoDNS 1.22.0, octodns-bind 1.1.0 (PyPI)   exit 0, "MX 10 mx.example.org"; dnspython 2.7.0 reads mx.example.org.example.org.
set -euo pipefail
export LC_ALL=C.UTF-8

cannot() { echo "yaml-host-without-dot: $*" >&2; exit 2; }
changed() { echo "yaml-host-without-dot: CHANGED: $*" >&2; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

python3 -m venv old && old/bin/pip install -q octodns==1.16.0 octodns-bind==1.0.1 dnspython==2.7.0 >log 2>&1 &&
  python3 -m venv new && new/bin/pip install -q octodns==1.22.0 octodns-bind==1.1.0 dnspython==2.7.0 >log 2>&1 ||
  cannot "OctoDNS can't be installed: $(tail -n 1 log)"

mkdir zones
cat >zones/example.org.yaml <<'YAML'
'':
  - type: MX
    value:
      exchange: mx.example.org
      preference: 10
  - type: NS
    value: ns1.example.net.
mx:
  type: A
  value: 192.0.2.1
YAML

# What is published of the zone by the OctoDNS in $1, whose provider of master files is called $2.
published() {
  mkdir "$1.out"
  cat >config.yaml <<YAML
providers:
  config: {class: octodns.provider.yaml.YamlProvider, directory: ./zones, enforce_order: false}
  bind: {class: octodns_bind.$2, directory: ./$1.out}
zones:
  example.org.: {sources: [config], targets: [bind]}
YAML
  if "$1/bin/octodns-sync" --config-file config.yaml --doit --force >log 2>&1; then status=0; else status=$?; fi
  "$1/bin/python" - "$1" "$status" <<'PY'
import glob, sys
import dns.zone
said = "missing trailing ." if "missing trailing ." in open("log").read() else "no complaint"
files = glob.glob(sys.argv[1] + ".out/*")
if files:
    text = open(files[0]).read()
    written = next(" ".join(line.split()[-3:]) for line in text.splitlines() if " MX " in line)
    zone = dns.zone.from_file(files[0], origin="example.org.", relativize=False)
    read = ", ".join(str(data.exchange) for _, _, data in zone.iterate_rdatas("MX"))
else:
    written, read = "nothing", "nothing"
print(f"{sys.argv[1]}: exit {sys.argv[2]}, {said}; written: {written}; read: {read}")
PY
}
seen=$(published old ZoneFileProvider; published new ZoneFileProvider)
echo "$seen"
[ "$seen" = 'old: exit 1, missing trailing .; written: nothing; read: nothing
new: exit 0, no complaint; written: MX 10 mx.example.org; read: mx.example.org.example.org.' ] || changed "that is not what was seen"
