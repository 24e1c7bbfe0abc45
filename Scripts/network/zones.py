"""The zones of a small internet: a root, net, jp without a cut at co.jp, and a domain for each fault of name servers.

Addresses look public, since a private one is a fault of its own. They live in a network namespace and lead nowhere else.
"""

import dataclasses

# Where a program begins that has no roots of its own given: IANA's addresses, taken over inside the namespace.
ROOTS = [
    "198.41.0.4", "170.247.170.2", "192.33.4.12", "199.7.91.13", "192.203.230.10", "192.5.5.241", "192.112.36.4",
    "198.97.190.53", "192.36.148.17", "192.58.128.30", "193.0.14.129", "199.7.83.42", "202.12.27.33",
]
ROOTS_V6 = [
    "2001:503:ba3e::2:30", "2801:1b8:10::b", "2001:500:2::c", "2001:500:2d::d", "2001:500:a8::e", "2001:500:2f::f",
    "2001:500:12::d0d", "2001:500:1::53", "2001:7fe::53", "2001:503:c27::2:30", "2001:7fd::1", "2001:500:9f::42",
    "2001:dc3::35",
]

# The servers of domains, by what they are: their addresses. Each is in a network of its own, but the neighbour of nsd.
HOSTS = {
    "nsd": ["101.1.1.1", "2400:101:1::1"],
    "bind": ["102.1.1.1", "2400:102:1::1"],
    "knot": ["103.1.1.1", "2400:103:1::1"],
    "neighbour": ["101.1.1.2"],
    # BIND that resolves for everybody.
    "open": ["104.1.1.1", "2400:104:1::1"],
    # It has no TCP, and takes a CNAME record at the apex.
    "tinydns": ["105.1.1.1"],
    # It takes questions and says nothing.
    "silent": ["106.1.1.1", "2400:106:1::1"],
    "nobody-a": ["106.1.1.2"],
    "nobody-b": ["106.1.2.2"],
}
# Servers of jp.
REGISTRY = {"nsd": "107.1.1.1", "knot": "108.1.1.1"}

OLD = "mx.old"


@dataclasses.dataclass
class Domain:
    """A domain: whom its delegation names, and which server holds what."""

    name: str
    # The servers, as `HOSTS` has them; the n-th is called ns<n> below the domain.
    servers: tuple = ("nsd", "bind")
    # Lines of the zone beside the usual ones; None for a server: it does not hold the zone.
    more: dict = dataclasses.field(default_factory=dict)
    # Servers that have the old MX, and an old serial number with it.
    old: tuple = ()
    serials_differ: bool = True
    # NS records in the zone, and in jp: None for the usual ones.
    own: str = None
    delegation: str = None
    # What only the second server of jp has.
    second_delegation: str = None
    ttl: int = 300
    # Where signatures begin and end, in days from now, by server.
    signatures: dict = dataclasses.field(default_factory=dict)

    def inside(self):
        """NS records and addresses, relative to the domain."""
        lines = [f"@ NS ns{number}" for number in range(1, len(self.servers) + 1)]
        return "\n".join(lines + [self.addresses()])

    def addresses(self):
        lines = []
        for number, server in enumerate(self.servers, 1):
            lines += [f"ns{number} {'AAAA' if ':' in address else 'A'} {address}" for address in HOSTS[server]]
        return "\n".join(lines)

    def text(self, server, changed=False):
        """The zone file on `server`; None where it does not hold the zone."""
        more = self.more.get(server, self.more.get("", ""))
        if more is None:
            return None
        old = server in self.old and not changed
        serial = 6 if old and self.serials_differ else 8 if changed else 7
        return f"""$ORIGIN {self.name}.
$TTL {self.ttl}
@ SOA {self.first()} hostmaster {serial} 14400 3600 1209600 300
{self.own if self.own is not None else self.inside()}
@ MX 10 {OLD if old else "mx"}
mx A 109.1.1.25
mx AAAA 2400:109:1::25
{OLD} A 109.1.2.25
@ TXT "v=spf1 mx -all"
_dmarc TXT "v=DMARC1; p=reject"
{more}
"""

    def first(self):
        """The MNAME: the first server that the zone names."""
        return (self.own or "@ NS ns1").split("\n")[0].split()[-1]

    def referral(self, server):
        """Its lines in jp on `server`."""
        lines = self.second_delegation if server == "knot" and self.second_delegation else self.delegation
        return f"$ORIGIN {self.name}.\n{lines if lines is not None else self.inside()}\n"


PUBLIC = ("nsd", "bind", "knot")
CURRENT, ENDED = (-1, 14), (-40, -10)
PROVIDER = "@ NS ns1.provider.net.\n@ NS ns2.provider.net."
HOSTILE = r'hostile._domainkey TXT "v=DKIM1; p=\027[31mred\027[0m\007\226\128\174" "|x|<b>`"'

DOMAINS = [
    Domain("good.co.jp", PUBLIC),
    Domain("outside.jp", own=PROVIDER, delegation=PROVIDER),
    Domain("stale.co.jp", PUBLIC, old=("knot",)),
    # Two services that hold a zone together: no transfer between them, and numbers of their own mean nothing.
    Domain("pair.jp", old=("bind",), serials_differ=False),
    Domain("lame.co.jp", PUBLIC, {"bind": None}),
    Domain("silent.co.jp", ("nsd", "bind", "silent")),
    Domain("dark.jp", ("nobody-a", "nobody-b")),
    Domain("signed.jp", PUBLIC, signatures={"": CURRENT}),
    Domain("expired.jp", PUBLIC, signatures={"": CURRENT, "knot": ENDED}),
    Domain("keyless.jp", signatures={"": CURRENT, "bind": None}),
    Domain("single.jp", ("nsd",)),
    Domain("near.jp", ("nsd", "neighbour")),
    Domain("glue.jp", delegation="@ NS ns1\n@ NS ns2\nns1 A 101.1.1.1\nns1 AAAA 2400:101:1::1\nns2 A 103.1.1.1\n"
                                 "ns2 AAAA 2400:102:1::1", more={"": "", "knot": ""}),
    Domain("sets.jp", PUBLIC, delegation="@ NS ns1\n@ NS ns2\nns1 A 101.1.1.1\nns1 AAAA 2400:101:1::1\n"
                                         "ns2 A 102.1.1.1\nns2 AAAA 2400:102:1::1"),
    Domain("parents.jp", PUBLIC, second_delegation="@ NS ns1\n@ NS ns2\nns1 A 101.1.1.1\nns1 AAAA 2400:101:1::1\n"
                                                   "ns2 A 102.1.1.1\nns2 AAAA 2400:102:1::1"),
    Domain("alias.jp", own="@ NS ns1\n@ NS ns2.other.net.\nns1 A 101.1.1.1\nns1 AAAA 2400:101:1::1",
           delegation="@ NS ns1\n@ NS ns2.other.net.\nns1 A 101.1.1.1\nns1 AAAA 2400:101:1::1"),
    Domain("inner.jp", own="@ NS ns1\n@ NS ns2\nns1 A 101.1.1.1\nns1 AAAA 2400:101:1::1\nns2 A 10.0.0.53",
           delegation="@ NS ns1\n@ NS ns2\nns1 A 101.1.1.1\nns1 AAAA 2400:101:1::1\nns2 A 10.0.0.53"),
    Domain("open.jp", ("nsd", "open")),
    Domain("udp.jp", ("nsd", "tinydns")),
    Domain("apex.jp", ("nsd", "tinydns"), {"nsd": None}),
    # Keys in a zone of their own, on other servers.
    Domain("keys.jp", more={"": "_domainkey NS ns1.provider.net.\n_domainkey NS ns2.provider.net."}),
    Domain("hostile.jp", more={"nsd": HOSTILE, "bind": HOSTILE.replace("red", "green")}),
    # For resolvers.
    Domain("moving.jp", old=("nsd", "bind"), ttl=600),
    Domain("soon.jp", old=("nsd", "bind"), ttl=8),
    Domain("filtered.jp"),
    Domain("wide.jp", more={"": "@ MX 20 four\nfour A 109.1.3.25"}),
    Domain("split.jp", old=("bind",)),
]
# Whose MX changes while resolvers have the old one.
MOVING = ("moving.jp", "soon.jp")


def start(origin, more):
    return f"$ORIGIN {origin}\n$TTL 3600\n@ SOA a.nic.net. hostmaster.nic.net. 1 14400 3600 1209600 300\n{more}\n"


def root():
    lines = []
    for number, (v4, v6) in enumerate(zip(ROOTS, ROOTS_V6)):
        host = f"{chr(97 + number)}.root-servers.net."
        lines += [f"@ NS {host}", f"{host} A {v4}", f"{host} AAAA {v6}"]
    for zone in ("jp", "net"):
        for letter, server in (("a", "nsd"), ("b", "knot")):
            lines += [f"{zone} NS {letter}.nic.net.", f"{letter}.nic.net. A {REGISTRY[server]}"]
    return start(".", "\n".join(lines))


def net():
    addresses = "\n".join(
        f"ns{number}.provider {'AAAA' if ':' in address else 'A'} {address}"
        for number, server in ((1, "nsd"), (2, "bind")) for address in HOSTS[server])
    return start("net.", f"""@ NS a.nic
@ NS b.nic
a.nic A {REGISTRY["nsd"]}
b.nic A {REGISTRY["knot"]}
provider NS ns1.provider
provider NS ns2.provider
{addresses}
other NS ns1.provider
other NS ns2.provider""")


def jp(server, signers):
    lines = "@ NS a.nic.net.\n@ NS b.nic.net.\ntwo NS ns.three\nthree NS ns.two\n"
    return start("jp.", lines + "".join(domain.referral(server) for domain in DOMAINS) + signers)


def provider():
    """Zones of a provider, which nsd and bind hold."""
    addresses = "\n".join(
        f"ns{number} {'AAAA' if ':' in address else 'A'} {address}"
        for number, server in ((1, "nsd"), (2, "bind")) for address in HOSTS[server])
    names = "@ NS ns1.provider.net.\n@ NS ns2.provider.net.\n"
    return {
        "provider.net": start("provider.net.", names + addresses),
        "other.net": start("other.net.", names + "ns2 CNAME ns2.provider.net."),
        "_domainkey.keys.jp": start("_domainkey.keys.jp.", names + 'key1.smx TXT "v=DKIM1; p="'),
    }
