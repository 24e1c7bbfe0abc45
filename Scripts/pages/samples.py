"""What pages are made of: the examples, and text that would take effect if anything let it."""

import json
import os
import subprocess

ZONE = ["--zone-file", "Examples/internet.zone", "--offline"]
HOSTILE = [
    '"]; click n0 "javascript:alert(1)"', "end", "1. a", "- a", "# b", "`c`", "<script>alert(1)</script>", "<img src=x>",
    "#quot;", "&lt;b&gt;", "%%{init: {}}%%", "a|b{c}@d(e)", "$$x$$", "https://e.test/", "</title><b>",
]


# Records that break out of a page, turn the direction of text, or are too long for a line.
LABEL = "a" * 63
RECORDS = rf"""
records.example. 300 IN SOA ns.records.example. h.records.example. 1 2 3 4 5
records.example. 300 IN NS ns.records.example.
ns.records.example. 300 IN A 192.0.2.53
records.example. 300 IN MX 10 {LABEL}.{LABEL}.{LABEL}.records.example.
records.example. 300 IN MX 20 \<script\>alert\(1\)\</script\>.records.example.
records.example. 300 IN MX 15 {"W" * 63}.records.example.
records.example. 300 IN TXT "v=spf1 include:\"><img src=x onerror=alert(1)> ]]> \226\128\174txet -all"
records.example. 300 IN TXT "</style></title><script>alert(2)</script>"
_dmarc.records.example. 300 IN TXT "v=DMARC1; p=<b>; rua=mailto:\"><script>alert(1)</script>@x.example, javascript:alert(1)"
key1.smx._domainkey.records.example. 300 IN TXT "v=DKIM1; k=<img src=x>; p=]]></svg><script>alert(1)</script>"
selector1._domainkey.records.example. 300 IN CNAME \"\>\<img\032src=x\>.{LABEL}.onmicrosoft.com.
_mta-sts.records.example. 300 IN TXT "v=STSv1; id=<b>"
_smtp._tls.records.example. 300 IN TXT "v=TLSRPTv1; rua=javascript:alert(1)"
default._bimi.records.example. 300 IN TXT "v=BIMI1; l=https://e.test/<script>; a="
"""


# Stations with the addresses that they are seen to hand messages over from.
SENDER = ("mail.example.net", "203.0.113.7")
GATEWAY = [("mx.securemx.jp", "127.0.0.1"), ("mo-csw.securemx.jp", "210.130.202.152")]
TENANT = [("TYPEPF0001.mail.protection.outlook.com", "2603:1096:400:1d0::1"),
          ("TYPR01MB0001.jpnprd01.prod.outlook.com", "2603:1096:405:24f::8")]


def message(stations):
    """A message that passed `stations`, each later than the one before, put into the inbox by the last."""
    fields = []
    for index in range(1, len(stations)):
        (source, address), (host, _) = stations[index - 1], stations[index]
        fields.insert(0, f"Received: from {source} ({source} [{address}]) by {host} with ESMTPS;\r\n"
                         f" Thu, 19 Nov 2026 09:{index // 20:02}:{index * 3 % 60:02} +0900")
    return "\r\n".join(fields + [
        "From: =?UTF-8?B?5bGx55Sw?= <taro@example.net>", "To: hanako@aozora.example", "Subject: =?UTF-8?B?6KuL5rGC5pu4?=",
        "Date: Thu, 19 Nov 2026 09:00:00 +0900", "Message-ID: <1@example.net>",
        "X-Microsoft-Antispam-Mailbox-Delivery: dest:I;ENG:(1)", "", "text", ""])


def write(folder, name, text):
    path = os.path.join(folder, name)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


def samples(program, root, folder):
    """Name, arguments and whether it is a list, one page each."""
    # Signs that a host name in `Received` may have, too.
    odd = [("x" * 200 + ".example", "192.0.2.1")] + [
        (f"a{text.replace(' ', '').replace(';', '')}b", "192.0.2.2") for text in HOSTILE] + TENANT
    yield "alone", ZONE + ["aozora.example"], False
    yield "mixed", ZONE + ["--expect", "securemx-office365", "futaba.example"], False
    yield "full", ZONE + ["--full", "kujira.example"], False
    yield "list", ZONE + ["--all-names"], True
    earlier = write(folder, "earlier.ndjson", "")
    subprocess.run([program, *ZONE, "--all-names", "--format", "ndjson", "--output", earlier], cwd=root, check=False)
    with open(os.path.join(root, "Examples", "internet.zone"), encoding="utf-8") as file:
        later = file.read().replace("_dmarc.aozora.example. TXT \"v=DMARC1; p=reject", "_dmarc.aozora.example. TXT \"v=DMARC1; p=none")
    since = ["--zone-file", write(folder, "later.zone", later), "--offline", "--since", earlier]
    yield "since", since + ["aozora.example"], False
    yield "since-list", since + ["--all-names"], True
    yield "headers", ["headers", "--offline", "--zone-file", "Examples/internet.zone",
                      write(folder, "gateway.eml", message([SENDER] + GATEWAY + TENANT))], False
    yield "messages", ["headers", "--offline", "--zone-file", "Examples/internet.zone",
                       write(folder, "first.eml", message([SENDER] + GATEWAY + TENANT)),
                       write(folder, "second.eml", message([SENDER] + TENANT))], False
    yield "bypass", ["headers", "--offline", "--zone-file", "Examples/internet.zone", "--expect", "securemx-office365",
                     write(folder, "direct.eml", message([SENDER] + TENANT))], False
    yield "hostile-hosts", ["headers", "--offline", "--zone-file", "Examples/internet.zone",
                            write(folder, "odd.eml", message(odd))], False
    connectors = [
        {"Name": "IIJ SecureMX", "Enabled": True, "ConnectorType": "Partner", "SenderDomains": ["smtp:*;1"],
         "SenderIPAddresses": ["210.130.202.0/24"], "RestrictDomainsToIPAddresses": True,
         "RestrictDomainsToCertificate": False, "TlsSenderCertificateName": None, "RequireTls": True,
         "AssociatedAcceptedDomains": [], "TreatMessagesAsInternal": False, "EFSkipLastIP": True, "EFSkipIPs": [],
         "EFTestMode": False, "EFUsers": []},
    ] + [
        {"Name": text, "Enabled": True, "ConnectorType": "Partner", "SenderDomains": ["smtp:*;1"], "SenderIPAddresses": [],
         "RestrictDomainsToIPAddresses": False, "RestrictDomainsToCertificate": False, "TlsSenderCertificateName": None,
         "RequireTls": False, "AssociatedAcceptedDomains": [], "TreatMessagesAsInternal": False, "EFSkipLastIP": False,
         "EFSkipIPs": [], "EFTestMode": False, "EFUsers": []} for text in HOSTILE]
    domains = [{"Name": name, "DomainName": name, "DomainType": "Authoritative", "Default": False}
               for name in ("aozora.example", "futaba.example")]
    yield "exchange", ["exchange", "--offline", "--zone-file", "Examples/internet.zone",
                       write(folder, "inbound.json", json.dumps(connectors)),
                       write(folder, "domains.json", json.dumps(domains))], False
    yield "hostile-records", ["--offline", "--full", "--zone-file", write(folder, "records.example.zone", RECORDS),
                              "records.example"], False
    providers = {"providers": [
        {"id": f"hostile{index}", "name": {"en": text, "ja": text}, "kinds": ["mailbox"], "hosts": [f"mx{index}.hostile.test"]}
        for index, text in enumerate(HOSTILE)]}
    zone = "hostile.example. 300 IN SOA ns.hostile.example. h.hostile.example. 1 2 3 4 5\n" + "".join(
        f"h{index}.hostile.example. 300 IN MX 10 a.mx{index}.hostile.test.\n"
        for index in range(len(HOSTILE)))
    hosts = "hostile.test. 300 IN SOA ns.hostile.test. h.hostile.test. 1 2 3 4 5\n" + "".join(
        f"a.mx{index}.hostile.test. 300 IN A 192.0.2.1\n" for index in range(len(HOSTILE)))
    yield "hostile-names", ["--offline", "--zone-file", write(folder, "hostile.example.zone", zone), "--zone-file",
                            write(folder, "hostile.test.zone", hosts), "--providers",
                            write(folder, "providers.json", json.dumps(providers))] + [
        f"h{index}.hostile.example" for index in range(len(HOSTILE))], True
