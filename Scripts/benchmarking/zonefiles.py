"""A large zone file, and what reading it takes: this program, nsd-checkzone, named-compilezone."""

import shutil

from benchmarking.measurement import median_run

# Of nsd-checkzone's on the same file: seconds to the first answer, memory with what is mapped.
FIRST_ANSWER, MEMORY = 0.5, 0.3
# Domains/s, all names of such a file checked, of those of an earlier commit that had no index yet.
GAIN = 3
ONE, EVERY = "**maildnscheck**, one domain", "**maildnscheck**, every name"
# The names are taken from the zone, and of DKIM no selector is asked for that it has not. Earlier commits had no such option.
ALL = "**maildnscheck**, every name, --all-names"
EARLIER_ONE, EARLIER_EVERY = "maildnscheck before, one domain", "maildnscheck before, every name"


def write(path, domains):
    """Ten records a domain, as a hoster's zone has them: 44 MB for 100,000."""
    with open(path, "w", encoding="ascii") as zone:
        zone.write("$ORIGIN example.\n$TTL 3600\n@ SOA ns1 hostmaster 1 7200 1800 1209600 300\n@ NS ns1\nns1 A 192.0.2.53\n")
        for number in range(domains):
            name, host = f"d{number:06d}", number % 250 + 1
            zone.write(
                f"{name} MX 10 mx.securemx.jp.\n{name} MX 100 mx6.securemx.jp.\n{name} A 192.0.2.{host}\n"
                f'{name} TXT "v=spf1 include:spf.securemx.jp -all"\n{name} TXT "MS=ms{number:08d}"\n'
                f'_dmarc.{name} TXT "v=DMARC1; p=reject; rua=mailto:d@{name}.example"\n'
                f"selector1._domainkey.{name} CNAME selector1-{name}-example._domainkey.contoso.onmicrosoft.com.\n"
                f"www.{name} A 192.0.2.{host}\nautodiscover.{name} CNAME autodiscover.outlook.com.\n"
                f"mail.{name} AAAA 2001:db8::{number % 65536:x}\n")


def measure(benchmark, domains, runs):
    """The table and the notes, as lines of Markdown."""
    zone = benchmark.folder / "large.zone"
    write(zone, domains)
    # One SecureMX include, so that SPF is whole without DNS.
    other = benchmark.folder / "securemx.zone"
    other.write_text("securemx.jp. 60 SOA a. b. 1 1 1 1 1\nspf.securemx.jp. 60 TXT \"v=spf1 ip4:192.0.2.0/24 -all\"\n"
                     "mx.securemx.jp. 60 A 192.0.2.1\nmx6.securemx.jp. 60 AAAA 2001:db8::1\n")
    names = benchmark.folder / "names.txt"
    names.write_text("".join(f"d{number:06d}.example\n" for number in range(domains)))
    options = ["--zone-file", zone, "--zone-file", other, "--offline", "--lang", "en"]
    one, every = options + ["-q", "d000001.example"], options + ["--input", names, "--format", "ndjson", "--unordered"]
    unguessed = options + ["--all-names", "--format", "ndjson", "--unordered"]
    commands = {ONE: [benchmark.program, *one], EVERY: [benchmark.program, *every], ALL: [benchmark.program, *unguessed]}
    if benchmark.earlier:
        commands |= {EARLIER_ONE: [benchmark.earlier, *one], EARLIER_EVERY: [benchmark.earlier, *every]}
    if shutil.which("nsd-checkzone"):
        commands["nsd-checkzone"] = ["nsd-checkzone", "example", zone]
    if shutil.which("named-compilezone"):
        commands["named-compilezone"] = ["named-compilezone", "-q", "-i", "none", "-o", "/dev/null", "example", zone]
    results = {}
    # In turn, so that what else the machine does falls on all of them.
    for turn in range(runs):
        for name, command in commands.items():
            # Minutes, in which what disturbs evens out.
            if name in (EVERY, ALL, EARLIER_EVERY) and turn > 0:
                continue
            results.setdefault(name, []).append(benchmark.meter.run(command))
    results = {name: median_run(found) for name, found in results.items()}
    lines = [f"{domains * 10:,} records in {zone.stat().st_size / 1e6:.1f} MB; the median run of {runs}.", "",
             "| program | seconds | CPU s | memory MB | domains/s |", "| --- | ---: | ---: | ---: | ---: |"]
    for name, found in results.items():
        rate = f"{domains / found.seconds:,.0f}" if name in (EVERY, ALL, EARLIER_EVERY) else "–"
        lines.append(f"| {name} | {found.seconds:.2f} | {found.cpu_seconds:.2f} | {found.kilobytes / 1024:.0f} | {rate} |")
    first = results[ONE]
    notes = []
    if peer := results.get("nsd-checkzone"):
        for what, share, target in [("Time to the first answer", first.seconds / peer.seconds, FIRST_ANSWER),
                                    ("CPU to the first answer", first.cpu_seconds / peer.cpu_seconds, FIRST_ANSWER),
                                    ("Peak memory", first.kilobytes / peer.kilobytes, MEMORY)]:
            notes.append((f"{what}: {share:.2f} of nsd-checkzone's (target {target})", share <= target))
    if earlier := results.get(EARLIER_EVERY):
        for what, found in [("Every name", results[EVERY]), ("Every name by --all-names", results[ALL])]:
            gain = earlier.seconds / found.seconds
            notes.append((f"{what}: {gain:.1f} times the domains/s of the earlier commit (target {GAIN})", gain >= GAIN))
    return lines, notes
