"""Reads domains, one a line, and prints what one Python library makes of each: python-readers.py GROUND."""

import logging
import sys
import warnings

warnings.simplefilter("ignore")
logging.disable(logging.CRITICAL)
CLIENT, HELO, WORK = "192.0.2.1", "helo.example.org", "/tmp/measuring"


def policy(word):
    return word if word in ("reject", "quarantine", "none") else "ignored"


def authheaders(domain):
    from authheaders import dmarc_per_from
    found = dmarc_per_from(domain)
    word = found[3] if len(found) > 3 else ""
    return policy(str(word))


def dmarc(domain):
    from dmarc import DMARCPolicy, PolicyError, SPFAuthResult, SPFResult
    from dmarc.resolver import resolve
    found = DMARCPolicy(record=resolve(domain), domain=domain)
    try:
        found.verify(spf=SPFAuthResult("other.example.net", SPFResult("fail")))
    except PolicyError:
        pass  # So it says that a policy is to be applied
    return found.result.disposition.value


def checkdmarc(domain):
    import checkdmarc.dmarc
    found = checkdmarc.dmarc.check_dmarc(domain, nameservers=["127.0.0.1"])
    if not found.get("valid"):
        return "ignored"
    return policy(found["tags"]["p"]["value"])


def spf(domain):
    import spf
    return spf.check2(i=CLIENT, s=f"a@{domain}", h=HELO)[0]


def dkim(domain):
    import dkim
    with open(f"{WORK}/messages/{domain}", "rb") as message:
        return "pass" if dkim.verify(message.read()) else "fail"


reader = globals()[sys.argv[1]]
for line in sys.stdin:
    name = line.strip()
    try:
        result = reader(name)
    except Exception as problem:
        result = {"spf": "error: " + repr(problem), "dkim": "fail"}.get(sys.argv[1], "ignored")
    print(name, result, sep="\t", flush=True)
