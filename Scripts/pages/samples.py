"""What pages are made of: the examples, and text that would take effect if anything let it."""

import json
import os

ZONE = ["--zone-file", "Examples/internet.zone", "--offline"]
HOSTILE = [
    '"]; click n0 "javascript:alert(1)"', "end", "1. a", "- a", "# b", "`c`", "<script>alert(1)</script>", "<img src=x>",
    "#quot;", "&lt;b&gt;", "%%{init: {}}%%", "a|b{c}@d(e)", "$$x$$", "https://e.test/", "</title><b>",
]


def message(hosts):
    """A message that passed `hosts`, the last of which is Office365's."""
    lines = []
    for index in reversed(range(1, len(hosts))):
        lines.append(
            f"Received: from {hosts[index - 1]} ({hosts[index - 1]} [192.0.2.{index}]) by {hosts[index]} with ESMTPS;\r\n"
            f" Thu, 19 Nov 2026 09:{index:02}:0{index % 10} +0900")
    return "\r\n".join(lines + [
        "From: =?UTF-8?B?5bGx55Sw?= <taro@example.net>", "To: hanako@aozora.example", "Subject: =?UTF-8?B?6KuL5rGC5pu4?=",
        "Date: Thu, 19 Nov 2026 09:00:00 +0900", "Message-ID: <1@example.net>", "", "text", ""])


def write(folder, name, text):
    path = os.path.join(folder, name)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


def samples(folder):
    """Name, arguments and whether it is a list, one page each."""
    gateway = ["mail.example.net", "mx.securemx.jp", "TY1PEPF00002B77.mail.protection.outlook.com",
               "TYCPR01MB9999.jpnprd01.prod.outlook.com"]
    direct = ["mail.example.net", "TY1PEPF00002B77.mail.protection.outlook.com", "TYCPR01MB9999.jpnprd01.prod.outlook.com"]
    # Signs that a host name in `Received` may have.
    odd = ["x" * 200 + ".example"] + [f"a{text.replace(' ', '').replace(';', '')}b" for text in HOSTILE] + direct[1:]
    yield "alone", ZONE + ["aozora.example"], False
    yield "mixed", ZONE + ["--expect", "securemx-office365", "futaba.example"], False
    yield "full", ZONE + ["--full", "kujira.example"], False
    yield "list", ZONE + ["--all-names"], True
    yield "headers", ["headers", "--offline", "--zone-file", "Examples/internet.zone",
                      write(folder, "gateway.eml", message(gateway))], False
    yield "bypass", ["headers", "--offline", "--zone-file", "Examples/internet.zone", "--expect", "securemx-office365",
                     write(folder, "direct.eml", message(direct))], False
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
    providers = {"schema": 1, "providers": [
        {"id": f"hostile{index}", "name": text, "kinds": ["mailbox"], "mxSuffixes": [f"mx{index}.hostile.test"]}
        for index, text in enumerate(HOSTILE)]}
    zone = "".join(
        f"h{index}.hostile.example. 300 IN MX 10 a.mx{index}.hostile.test.\na.mx{index}.hostile.test. 300 IN A 192.0.2.1\n"
        for index in range(len(HOSTILE)))
    yield "hostile-names", ["--offline", "--zone-file", write(folder, "hostile.zone", zone), "--providers",
                            write(folder, "providers.json", json.dumps(providers))] + [
        f"h{index}.hostile.example" for index in range(len(HOSTILE))], True
