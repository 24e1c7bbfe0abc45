"""What `maildnscheck ns` and Zonemaster have to say of each domain of zones.py, and what `maildnscheck compare` of resolvers."""

import dataclasses

STATUSES = {"ok": 0, "warning": 1, "critical": 2, "unknown": 3}

# Zonemaster says these of every domain here: no address has a PTR record, and only few zones are signed.
EVERYWHERE = {"NAMESERVER_IP_WITHOUT_REVERSE", "NEITHER_DNSKEY_NOR_DS", "NOT_SIGNED"}
# Whether a server that resolves refers upwards hangs on what its cache has of the root.
UNSTEADY = {"UPWARD_REFERRAL"}
# What it says, in several tests, of a server that refuses.
REFUSED = {
    "NS_FAILED", "CN01_UNEXPECTED_RCODE_NS_QUERY_UDP", "CN01_UNEXPECTED_RCODE_SOA_QUERY_UDP",
    "CN02_UNEXPECTED_RCODE_NS_QUERY_TCP", "CN02_UNEXPECTED_RCODE_SOA_QUERY_TCP", "IS_NOT_AUTHORITATIVE", "UNEXPECTED_RCODE",
    "NS_ERROR", "A_UNEXPECTED_RCODE",
}
ONE_IPV6 = {"NOT_ENOUGH_IPV6_NS_CHILD", "NOT_ENOUGH_IPV6_NS_DEL"}
ONE_IPV4 = {"NOT_ENOUGH_IPV4_NS_CHILD", "NOT_ENOUGH_IPV4_NS_DEL"}
NOTHING_ASKED = {"NO_GLUE_PREVENTS_NAMESERVER_TESTS", "CANNOT_CONTINUE"}


@dataclasses.dataclass
class Case:
    domain: str
    status: str
    # Ids of findings.
    findings: set
    # Tags of Zonemaster from NOTICE up, without those of `EVERYWHERE`.
    zonemaster: set


DELEGATIONS = [
    Case("good.co.jp", "ok", set(), set()),
    Case("outside.jp", "ok", set(), set()),
    Case("keys.jp", "ok", set(), set()),
    Case("signed.jp", "ok", set(), set()),
    Case("stale.co.jp", "warning", {"ns-records-differ", "ns-serials-differ"},
         {"SOA_SERIAL_VARIATION", "MULTIPLE_SOA_SERIALS", "Z09_INCONSISTENT_MX_DATA"}),
    Case("pair.jp", "warning", {"ns-records-differ"}, {"Z09_INCONSISTENT_MX_DATA"}),
    Case("hostile.jp", "warning", {"ns-records-differ"}, set()),
    Case("lame.co.jp", "warning", {"ns-lame"}, REFUSED),
    Case("silent.co.jp", "warning", {"ns-unreachable"}, {"CN01_NO_RESPONSE_UDP", "CN02_NO_RESPONSE_TCP"}),
    Case("dark.jp", "unknown", {"ns-servers-unknown", "ns-no-ipv6"}, NOTHING_ASKED),
    Case("expired.jp", "critical", {"ns-signature-ended"},
         {"DS02_DNSKEY_NOT_SIGNED_BY_ANY_DS", "DS02_RRSIG_NOT_VALID_BY_DNSKEY", "DS02_NO_MATCHING_DNSKEY_RRSIG",
          "DS08_DNSKEY_RRSIG_EXPIRED", "DS09_SOA_RRSIG_EXPIRED", "DS10_NSEC_RRSIG_VERIFY_ERROR"}),
    Case("keyless.jp", "critical", {"ns-ds-unmatched"},
         {"NO_RESPONSE_DNSKEY", "EXTRA_PROCESSING_BROKEN", "DS11_INCONSISTENT_SIGNED_ZONE", "DS11_NS_WITH_SIGNED_ZONE",
          "DS11_NS_WITH_UNSIGNED_ZONE"}),
    Case("single.jp", "warning", {"ns-single-server"}, ONE_IPV4 | ONE_IPV6 | {"NOT_ENOUGH_NS_CHILD", "NOT_ENOUGH_NS_DEL"}),
    Case("near.jp", "warning", {"ns-single-network"}, ONE_IPV6),
    Case("glue.jp", "warning", {"ns-glue-differs"}, {"IN_BAILIWICK_ADDR_MISMATCH", "EXTRA_ADDRESS_CHILD"}),
    Case("sets.jp", "warning", {"ns-sets-differ"}, {"EXTRA_NAME_CHILD", "EXTRA_ADDRESS_CHILD"}),
    Case("parents.jp", "warning", {"ns-parents-differ"}, set()),
    Case("alias.jp", "warning", {"ns-host-alias"}, ONE_IPV4 | ONE_IPV6 | {"NS_IS_CNAME", "CAN_NOT_BE_RESOLVED"}),
    Case("inner.jp", "warning", {"ns-address-private"},
         ONE_IPV6 | {"NAMESERVER_IP_PRIVATE_NETWORK", "CN01_NO_RESPONSE_UDP", "CN02_NO_RESPONSE_TCP"}),
    Case("open.jp", "warning", {"ns-open-recursion"}, {"IS_A_RECURSOR"}),
    Case("udp.jp", "warning", {"ns-tcp-refused"}, ONE_IPV6 | {"CN02_NO_RESPONSE_TCP", "N10_EDNS_RESPONSE_ERROR"}),
    Case("apex.jp", "critical", {"ns-apex-alias", "ns-lame", "ns-tcp-refused"},
         REFUSED | ONE_IPV6
         | {"CN02_NO_RESPONSE_TCP", "N10_EDNS_RESPONSE_ERROR", "Z01_MNAME_UNEXPECTED_RCODE", "Z09_MISSING_MAIL_TARGET"}),
    Case("two.jp", "critical", {"ns-servers-not-found"}, NOTHING_ASKED),
    Case("gone.jp", "critical", {"domain-nonexistent"}, NOTHING_ASKED),
]


@dataclasses.dataclass
class Comparison:
    """What several resolvers have of a domain."""

    title: str
    domain: str
    # Resolvers; empty for the system's and the public ones.
    servers: tuple
    status: str
    # State and reason of the outlook.
    outlook: tuple
    # The states of MX, by resolver, or those of `record`.
    states: dict
    record: str = "MX"
    falsification: str = None
    doubts: set = dataclasses.field(default_factory=set)
    options: tuple = ("--timeout", "0.5")
