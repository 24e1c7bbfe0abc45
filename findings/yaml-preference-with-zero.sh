#!/bin/bash
# Preferences of MX that are lined up with leading zeros change their order on the way through OctoDNS. To PyYAML (YAML 1.1) 010 is
# octal, 8, and 020 is 16; 008 and 009 are no octal numbers, so they are texts, of which OctoDNS makes 8 and 9. Whoever writes 009 for
# the gateway and 010 for what stands behind it publishes 9 and 8: senders try the second first (RFC 5321 §5.1). Nothing is said. A
# reader of YAML 1.2, here ruamel.yaml, has 8, 9, 10 and 20 for the same file, so that a check of it by such a program sees nothing.
#
#   OctoDNS 1.22.0, octodns-bind 1.1.0, PyYAML 6.0.2 (PyPI)   exit 0; 008 009 010 020 are written as 8 9 8 16
#   ruamel.yaml 0.18.6 (PyPI)                                 8 9 10 20
set -euo pipefail
export LC_ALL=C.UTF-8

cannot() { echo "yaml-preference-with-zero: $*" >&2; exit 2; }
changed() { echo "yaml-preference-with-zero: CHANGED: $*" >&2; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

python3 -m venv env &&
  env/bin/pip install -q octodns==1.22.0 octodns-bind==1.1.0 dnspython==2.7.0 PyYAML==6.0.2 ruamel.yaml==0.18.6 >log 2>&1 ||
  cannot "OctoDNS can't be installed: $(tail -n 1 log)"

mkdir zones out
cat >zones/example.org.yaml <<'YAML'
'':
  - type: MX
    values:
    - exchange: a.example.net.
      preference: 008
    - exchange: b.example.net.
      preference: 009
    - exchange: c.example.net.
      preference: 010
    - exchange: d.example.net.
      preference: 020
  - type: NS
    value: ns1.example.net.
YAML
cat >config.yaml <<'YAML'
providers:
  config: {class: octodns.provider.yaml.YamlProvider, directory: ./zones, enforce_order: false}
  bind: {class: octodns_bind.ZoneFileProvider, directory: ./out}
zones:
  example.org.: {sources: [config], targets: [bind]}
YAML

if env/bin/octodns-sync --config-file config.yaml --doit --force >log 2>&1; then status=0; else status=$?; fi
seen=$(env/bin/python - "$status" <<'PY'
import glob, sys
import dns.zone
from ruamel.yaml import YAML
zone = dns.zone.from_file(glob.glob("out/*")[0], origin="example.org.", relativize=False)
hosts = sorted((str(data.exchange), data.preference) for _, _, data in zone.iterate_rdatas("MX"))
print(f"OctoDNS: exit {sys.argv[1]}; " + " ".join(str(preference) for _, preference in hosts))
records = YAML(typ="safe", pure=True).load(open("zones/example.org.yaml"))[""][0]["values"]
print("ruamel.yaml: " + " ".join(str(record["preference"]) for record in records))
PY
)
echo "$seen"
grep -i preference log >&2 && changed "it says something now"
[ "$seen" = 'OctoDNS: exit 0; 8 9 8 16
ruamel.yaml: 8 9 10 20' ] || changed "that is not what was seen"
