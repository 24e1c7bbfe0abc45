#!/usr/bin/python3
"""zone.py COUNT FOLDER: a small internet of COUNT mail domains, the same ones each time.

Writes zone (a root zone), domains.txt (one a line) and expected.tsv: domain, class, route, SPF status, DMARC status, and
the most questions of which each needs the answer to the one before it.
"""

import base64
import pathlib
import random
import sys

CLASSES = {
    "securemx-office365": 35, "office365": 35, "securemx": 8, "google": 7, "mixed": 5, "null-mx": 3, "no-mx": 2,
    "two-spf": 1, "spf-too-deep": 1, "bad-dmarc": 2, "no-address": 1,
}
SUFFIXES = {"jp": 30, "co.jp": 35, "com": 20, "ne.jp": 5, "or.jp": 5, "net": 5}
OUTLOOK = "protection.outlook.com"
GOOGLE_HOSTS = ["aspmx.l.google.com"] + [f"alt{number}.aspmx.l.google.com" for number in range(1, 5)]
SECUREMX = ["100 mx.securemx.jp.", "120 mx6.securemx.jp."]
# Questions one after the other: the domain's record, and the includes below it.
DEPTH_SECUREMX, DEPTH_GOOGLE, DEPTH_OUTLOOK = 2, 3, 4
# DMARC's record, the MX of the host that takes the reports, the address of that.
DEPTH_REPORTS = 3
# What stands before the modulus in the SubjectPublicKeyInfo of an RSA key of 2048 bits.
KEY_HEAD = bytes.fromhex("30820122300d06092a864886f70d01010105000382010f003082010a0282010100")


class Zone:
    """Resource records in master file format, made from a seeded source of chance."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.lines = ["$TTL 3600", ". SOA ns.example. hostmaster.example. 1 7200 1800 1209600 300", ". NS ns.example.",
                      "ns.example. A 192.0.2.53"]

    def add(self, name, kind, data):
        self.lines.append(f"{name}. {kind} {data}")

    def text(self, name, text):
        strings = [text[start:start + 255] for start in range(0, len(text), 255)]
        self.add(name, "TXT", " ".join(f'"{string}"' for string in strings))

    def key(self, name):
        modulus = bytearray(self.random.randbytes(256))
        modulus[0] |= 0x80
        modulus[-1] |= 1
        key = base64.b64encode(KEY_HEAD + bytes(modulus) + bytes.fromhex("0203010001")).decode()
        self.text(name, f"v=DKIM1; k=rsa; p={key}")

    def address(self, name, network):
        self.add(name, "A", f"{network}.{self.random.randrange(256)}.{self.random.randrange(1, 255)}")

    def pick(self, weights):
        return self.random.choices(list(weights), list(weights.values()))[0]


def add_providers(zone):
    """The names that many domains share."""
    for number in range(4):
        zone.add("mx.securemx.jp", "A", f"203.0.113.{10 + number}")
        zone.add("mx6.securemx.jp", "AAAA", f"2001:db8:5ec::{10 + number}")
    zone.text("spf.securemx.jp", "v=spf1 ip4:203.0.113.0/26 ip4:203.0.113.64/26 ip6:2001:db8:5ec::/48 ~all")
    zone.text(f"spf.{OUTLOOK}", "v=spf1 ip4:198.18.0.0/16 ip4:198.51.100.0/24 ip6:2001:db8:a000::/36 "
              f"include:spfd.{OUTLOOK} -all")
    zone.text(f"spfd.{OUTLOOK}", f"v=spf1 ip4:198.19.0.0/17 include:spfa.{OUTLOOK} include:spfb.{OUTLOOK} -all")
    zone.text(f"spfa.{OUTLOOK}", "v=spf1 ip4:198.19.128.0/18 ip6:2001:db8:b000::/36 -all")
    zone.text(f"spfb.{OUTLOOK}", "v=spf1 ip4:198.19.192.0/18 ip6:2001:db8:c000::/36 -all")
    zone.add("autodiscover.outlook.com", "CNAME", "autodiscover.office.com.")
    zone.address("autodiscover.office.com", "198.18")
    zone.text("_spf.google.com", "v=spf1 include:_netblocks.google.com include:_netblocks2.google.com ~all")
    zone.text("_netblocks.google.com", "v=spf1 ip4:100.64.0.0/19 ip4:100.64.96.0/20 ~all")
    zone.text("_netblocks2.google.com", "v=spf1 ip6:2001:db8:4000::/36 ~all")
    for host in GOOGLE_HOSTS:
        zone.address(host, "100.64")
    zone.text("*._report._dmarc.reports.example", "v=DMARC1")
    zone.add("reports.example", "MX", "10 mx.reports.example.")
    zone.address("mx.reports.example", "192.0")
    for number in range(8):
        zone.text(f"include{number}.deep.example", f"v=spf1 include:block{number}.deep.example ~all")
        zone.text(f"block{number}.deep.example", f"v=spf1 ip4:198.51.{number}.0/24 ~all")


class Domain:
    """One domain: what is published for it, and what a check must say of it."""

    def __init__(self, zone, number):
        self.zone = zone
        self.name = f"d{number:06}.{zone.pick(SUFFIXES)}"
        self.token = self.name.replace(".", "-")
        self.kind = zone.pick(CLASSES)
        is_new = zone.random.random() < 0.2
        self.office_host = f"{self.token}.{zone.random.choice('abcdefg')}-v1.mx.microsoft" if is_new \
            else f"{self.token}.mail.{OUTLOOK}"
        self.route, self.spf, self.dmarc, self.depth = "office365", "found", "found", DEPTH_OUTLOOK
        getattr(self, self.kind.replace("-", "_"))()
        zone.text(self.name, f"MS=ms{zone.random.randrange(10 ** 8):08}")
        zone.address(self.name, "100.65")
        if self.kind != "bad-dmarc":
            self.publish_dmarc()

    def publish_mx(self, *exchanges):
        for exchange in exchanges:
            self.zone.add(self.name, "MX", exchange)

    def publish_spf(self, *terms):
        self.zone.text(self.name, " ".join(("v=spf1",) + terms))

    def publish_securemx_key(self):
        self.zone.key(f"key1.smx._domainkey.{self.name}")

    def publish_office(self, has_host=True):
        """Microsoft's CNAMEs; where the second one leads there is often nothing yet."""
        if has_host:
            self.zone.address(self.office_host, "198.18")
        for number in (1, 2):
            target = f"selector{number}-{self.token}._domainkey.{self.token}.onmicrosoft.com"
            self.zone.add(f"selector{number}._domainkey.{self.name}", "CNAME", f"{target}.")
            if number == 1 or self.zone.random.random() < 0.7:
                self.zone.key(target)
        self.zone.add(f"autodiscover.{self.name}", "CNAME", "autodiscover.outlook.com.")

    def publish_dmarc(self):
        if self.zone.random.random() < 0.2:
            self.dmarc = "absent"
            return
        policy = self.zone.random.choice(["none", "none", "quarantine", "reject"])
        is_external = self.zone.random.random() < 0.5
        reports = "in@reports.example" if is_external else f"dmarc@{self.name}"
        self.zone.text(f"_dmarc.{self.name}", f"v=DMARC1; p={policy}; rua=mailto:{reports}")
        self.depth = max(self.depth, DEPTH_REPORTS)

    def securemx_office365(self):
        self.route = "securemx-office365"
        self.publish_mx(*SECUREMX)
        self.publish_spf("include:spf.securemx.jp", f"include:spf.{OUTLOOK}", "-all")
        self.publish_securemx_key()
        self.publish_office()

    def office365(self):
        self.publish_mx(f"0 {self.office_host}.")
        self.publish_spf(f"include:spf.{OUTLOOK}", self.zone.random.choice(["-all", "~all"]))
        self.publish_office()

    def securemx(self):
        self.route, self.depth = "securemx", DEPTH_SECUREMX
        self.publish_mx(*SECUREMX)
        self.publish_spf("include:spf.securemx.jp", "~all")
        self.publish_securemx_key()

    def google(self):
        self.route, self.depth = "other", DEPTH_GOOGLE
        self.publish_mx(*(f"{preference} {host}." for preference, host in zip((1, 5, 5, 10, 10), GOOGLE_HOSTS)))
        self.publish_spf("include:_spf.google.com", "~all")
        self.zone.key(f"google._domainkey.{self.name}")

    def mixed(self):
        self.route = "mixed"
        self.publish_mx(*SECUREMX, f"200 {self.office_host}.")
        self.publish_spf("include:spf.securemx.jp", f"include:spf.{OUTLOOK}", "~all")
        self.publish_securemx_key()
        self.publish_office()

    def null_mx(self):
        self.route, self.depth = "none", 1
        self.publish_mx("0 .")
        self.publish_spf("-all")

    def no_mx(self):
        self.route, self.depth = "implicit", 1
        self.publish_spf("-all")

    def two_spf(self):
        self.office365()
        self.publish_spf("include:spf.securemx.jp", "~all")
        self.spf = "invalid"

    def spf_too_deep(self):
        self.spf = "invalid"
        self.publish_mx(f"0 {self.office_host}.")
        self.publish_spf(*(f"include:include{number}.deep.example" for number in range(8)), f"include:spf.{OUTLOOK}", "-all")
        self.publish_office()

    def bad_dmarc(self):
        self.office365()
        self.zone.text(f"_dmarc.{self.name}", "v=DMARC1; p=rejct")
        self.dmarc = "invalid"

    def no_address(self):
        self.publish_mx(f"0 {self.office_host}.")
        self.publish_spf(f"include:spf.{OUTLOOK}", "-all")
        self.publish_office(has_host=False)

    def row(self):
        return "\t".join([self.name, self.kind, self.route, self.spf, self.dmarc, str(self.depth)])


def main():
    if len(sys.argv) != 3 or not sys.argv[1].isdecimal():
        sys.exit(__doc__)
    folder = pathlib.Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    zone = Zone(seed=20261124)
    add_providers(zone)
    domains = [Domain(zone, number) for number in range(1, int(sys.argv[1]) + 1)]
    for name, lines in [("zone", zone.lines), ("domains.txt", [domain.name for domain in domains]),
                        ("expected.tsv", [domain.row() for domain in domains])]:
        (folder / name).write_text("".join(line + "\n" for line in lines))


if __name__ == "__main__":
    main()
