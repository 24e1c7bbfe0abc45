"""Puts every case to every program and writes what each made of it: measure.py CASES ZONE-OUT TABLE-OUT [GROUND…].

To be run as root in a network namespace of its own, where the programs are installed (Scripts/measure-receivers).
"""

import base64
import os
import subprocess
import sys
import time

import programs
import zone


def openssl(*arguments, data=None):
    return subprocess.run(["openssl", *arguments], input=data, capture_output=True, check=True).stdout


def keys():
    """The public keys as placeholders name them, and what signs."""
    folder = programs.WORK + "/keys"
    os.makedirs(folder, exist_ok=True)
    public, private = {}, {}
    for name, bits, exponent in (
            ("P2048", 2048, 65537), ("OTHER", 2048, 65537), ("P768", 768, 65537), ("P1024", 1024, 65537),
            ("P4096", 4096, 65537), ("P512", 512, 65537), ("E3", 2048, 3)):
        path = f"{folder}/{name}.pem"
        if not os.path.exists(path):
            openssl("genpkey", "-algorithm", "RSA", "-pkeyopt", f"rsa_keygen_bits:{bits}",
                    "-pkeyopt", f"rsa_keygen_pubexp:{exponent}", "-out", path)
            openssl("rsa", "-traditional", "-in", path, "-out", path + ".old")
        public[name] = base64.b64encode(openssl("pkey", "-in", path, "-pubout", "-outform", "DER")).decode()
        private[name] = open(path + ".old", "rb").read()
    bare = openssl("rsa", "-in", f"{folder}/P2048.pem", "-RSAPublicKey_out", "-outform", "DER")
    public["PKCS1"] = base64.b64encode(bare).decode()
    private["PKCS1"] = private["P2048"]
    path = f"{folder}/ED.pem"
    if not os.path.exists(path):
        openssl("genpkey", "-algorithm", "ed25519", "-out", path)
    der = openssl("pkey", "-in", path, "-pubout", "-outform", "DER")
    public["ED"] = base64.b64encode(der[-32:]).decode()
    public["EDSPKI"] = base64.b64encode(der).decode()
    seed = openssl("pkey", "-in", path, "-outform", "DER")[-32:]
    private["ED"] = private["EDSPKI"] = base64.b64encode(seed)
    return public, private


def message(domain, key, private):
    import dkim
    text = (f"From: a@{domain}\r\nTo: u@local\r\nSubject: x\r\nMessage-ID: <1@{domain}>\r\n"
            "Date: Mon, 1 Jan 2024 00:00:00 +0000\r\n\r\nx\r\n").encode()
    algorithm = b"ed25519-sha256" if key.startswith("ED") else b"rsa-sha256"
    signature = dkim.sign(
        text, b"sel", domain.encode(), private[key], signature_algorithm=algorithm,
        include_headers=[b"from", b"to", b"subject"], canonicalize=(b"relaxed", b"relaxed"))
    return signature + text


def signer(records):
    """Which key signs: the first placeholder of the records but OTHER."""
    import re
    found = [name for name in re.findall(r"<([A-Z0-9]+)(?: \d+:\d*)?>", str(records)) if name != "OTHER"]
    return found[0] if found else "P2048"


def main():
    table = zone.cases(sys.argv[1])
    grounds = sys.argv[4:] or ["dmarc", "spf", "dkim"]
    public, private = keys()
    helper = open(zone.HERE + "/helper.zone", encoding="utf-8").read()
    text = zone.master_file(table, public, helper)
    with open(sys.argv[2], "w", encoding="utf-8") as out:
        out.write(text)
    zone.Server(text).start()
    with open("/etc/resolv.conf", "w", encoding="utf-8") as out:
        out.write("nameserver 127.0.0.1\noptions timeout:1 attempts:2\n")
    rows = []
    try:
        for ground in grounds:
            cases = [(name, zone.domain(ground, name), records) for g, name, records in table if g == ground]
            domains = [domain for _, domain, _ in cases]
            given = domains
            if ground == "dkim":
                given = {d: message(d, signer(records), private) for _, d, records in cases}
            results = []
            for title, driver in programs.PROGRAMS[ground]:
                started = time.monotonic()
                try:
                    found = driver(given)
                except Exception as problem:
                    found = dict.fromkeys(domains, f"error: {problem!r}")
                print(f"{ground}: {title}: {time.monotonic() - started:.0f} s", file=sys.stderr, flush=True)
                results.append(found)
            rows.append("\t".join(["ground", "case"] + [title for title, _ in programs.PROGRAMS[ground]]))
            for name, domain, _ in cases:
                rows.append("\t".join([ground, name] + [r.get(domain, "error") for r in results]))
    finally:
        programs.RSPAMD.stop()
    with open(sys.argv[3], "w", encoding="utf-8") as out:
        out.write("\n".join(rows) + "\n")


main()
