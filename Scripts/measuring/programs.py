"""The programs, each put to work on a list of cases: (name, domain) in, what it made of each out, in our words.

A driver returns {name: result}. A result is a word of the report's: for DMARC reject, quarantine, none, ignored; for SPF
the seven results; for DKIM pass or fail.
"""

import email
import http.client
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
WORK = "/tmp/measuring"
CLIENT = "192.0.2.1"
HELO = "helo.example.org"


def run(arguments, text=None, timeout=600):
    done = subprocess.run(
        arguments, input=text, capture_output=True, timeout=timeout, check=False)
    return done.stdout.decode("utf-8", "replace") + done.stderr.decode("utf-8", "replace")


def lines(arguments, domains):
    """What a helper prints for each domain it reads: the domain, a tab, the result."""
    out = run(arguments, "".join(d + "\n" for d in domains).encode())
    found = dict(line.split("\t", 1) for line in out.splitlines() if "\t" in line)
    for domain in domains:
        found.setdefault(domain, "error: " + out.strip()[-80:])
    return found


def policy(word):
    word = word.strip()
    return word if word in ("reject", "quarantine", "none") else "ignored"


def opendmarc(domains):
    out = {}
    for domain in domains:
        text = run(["opendmarc-check", domain])
        match = re.search(r"Domain policy: *(\w+)", text)
        out[domain] = policy(match.group(1) if match else "ignored")
    return out


def perl(script, *arguments):
    return lambda domains: lines(["perl", f"{HERE}/{script}", *arguments], domains)


def python(interpreter, ground):
    return lambda domains: lines([interpreter, f"{HERE}/python-readers.py", ground], domains)


def spfquery(domains):
    out = {}
    for domain in domains:
        text = run(["spfquery.libspf2", f"--ip={CLIENT}", f"--sender=a@{domain}", f"--helo={HELO}"])
        words = [line.strip() for line in text.splitlines()]
        # Where it can't use a record it prints its errors first, and then "(invalid)".
        word = next((w for w in words if w in SPF or w == "(invalid)"), "error")
        out[domain] = spf_word(word)
    return out


SPF = ("pass", "fail", "softfail", "neutral", "none", "permerror", "temperror")


def spf_word(word):
    word = word.strip().lower()
    if word in SPF:
        return word
    if word.startswith(("error", "(invalid", "unknown")):
        return "permerror"
    return word


EXIM = """
primary_hostname = mx.measuring.example
spool_directory = {work}/exim
log_file_path = {work}/exim/%slog
acl_smtp_rcpt = rcpt
acl_smtp_dkim = dkim
acl_smtp_data = data
domainlist local = *
host_lookup =
rfc1413_query_timeout = 0s
smtp_enforce_sync = false
smtp_accept_max_nonmail = 100000
helo_allow_chars = _
sender_unqualified_hosts = *
keep_environment =
begin acl
rcpt:
  deny condition = ${{if eq{{$local_part}}{{spf}}}}
       spf = fail:softfail:none:neutral:pass:permerror:temperror:err_perm:err_temp
       message = RESULT $spf_result
  deny condition = ${{if eq{{$local_part}}{{spf}}}}
       message = RESULT $spf_result
  accept
dkim:
  warn set acl_m_d = $dkim_verify_status $dkim_verify_reason
  accept
data:
  deny message = RESULT $acl_m_d
begin routers
all:
  driver = redirect
  data = :blackhole:
begin transports
"""


def exim_config():
    os.makedirs(f"{WORK}/exim", exist_ok=True)
    path = f"{WORK}/exim.conf"
    with open(path, "w", encoding="utf-8") as out:
        out.write(EXIM.format(work=WORK))
    subprocess.run(["chown", "-R", "Debian-exim", f"{WORK}/exim"], check=False)
    return path


def exim_spf(domains):
    path = exim_config()
    out = {}
    for domain in domains:
        talk = f"HELO {HELO}\r\nMAIL FROM:<a@{domain}>\r\nRCPT TO:<spf@local>\r\nQUIT\r\n"
        text = run(["exim4", "-C", path, "-bh", CLIENT], talk.encode())
        match = re.search(r"RESULT *(\S*)", text)
        out[domain] = spf_word(match.group(1) or "(invalid)") if match else "error: " + text[-60:]
    return out


def exim_dkim(messages):
    path = exim_config()
    out = {}
    for domain, message in messages.items():
        dotted = b"\r\n".join(b"." + l if l.startswith(b".") else l for l in message.split(b"\r\n"))
        talk = b"HELO x\r\nMAIL FROM:<a@%s>\r\nRCPT TO:<dkim@local>\r\nDATA\r\n" % domain.encode()
        text = run(["exim4", "-C", path, "-oMa", CLIENT, "-bs"], talk + dotted + b"\r\n.\r\nQUIT\r\n")
        match = re.search(r"RESULT *(\S*)", text)
        out[domain] = "pass" if match and match.group(1) == "pass" else "fail"
    return out


def chasquid(domains):
    """Over SMTP, from the client's own address."""
    base = f"{WORK}/chasquid"
    for folder in ("certs/mx.local", "domains/local", "data"):
        os.makedirs(f"{base}/{folder}", exist_ok=True)
    run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "30", "-subj", "/CN=mx.local", "-keyout",
         f"{base}/certs/mx.local/privkey.pem", "-out", f"{base}/certs/mx.local/fullchain.pem"])
    with open(f"{base}/domains/local/aliases", "w", encoding="utf-8") as out:
        out.write("u: v@local\n")
    with open(f"{base}/chasquid.conf", "w", encoding="utf-8") as out:
        out.write('hostname: "mx.local"\nsmtp_address: "192.0.2.2:2525"\nsubmission_address: "192.0.2.2:2526"\n'
                  'mail_log_path: "<stdout>"\ndata_dir: "%s/data"\nmail_delivery_agent_bin: "/bin/true"\n' % base)
    log = open(f"{base}/log", "wb")
    server = subprocess.Popen(["chasquid", "-config_dir", base, "-v", "5"], stdout=log, stderr=log)
    out = {}
    try:
        wait_for("192.0.2.2", 2525)
        for domain in domains:
            before = os.path.getsize(f"{base}/log")
            reply = smtp_mail(domain)
            time.sleep(0.05)
            with open(f"{base}/log", "rb") as text:
                text.seek(before)
                seen = text.read().decode("utf-8", "replace")
            match = re.search(r"SPF (pass|fail|softfail|neutral|none|permerror|temperror)\b", seen)
            out[domain] = match.group(1) if match else ("fail" if reply.startswith("550") else "error: " + reply[:60])
    finally:
        server.terminate()
        server.wait(10)
    return out


def wait_for(host, port, seconds=30):
    for _ in range(seconds * 10):
        try:
            socket.create_connection((host, port), 1).close()
            return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"nothing listens at {host}:{port}")


def smtp_mail(domain):
    with socket.create_connection(("192.0.2.2", 2525), 20, source_address=(CLIENT, 0)) as connection:
        stream = connection.makefile("rwb")
        reply = stream.readline()
        for command in (f"HELO {HELO}", f"MAIL FROM:<a@{domain}>", "QUIT"):
            stream.write(command.encode() + b"\r\n")
            stream.flush()
            answer = stream.readline().decode("utf-8", "replace")
            if command.startswith("MAIL"):
                reply = answer
    return reply


class Rspamd:
    """One rspamd for all grounds; a message a domain."""

    def __init__(self):
        self.server = None

    def start(self):
        if self.server:
            return
        os.makedirs("/etc/rspamd/local.d", exist_ok=True)
        os.makedirs("/run/rspamd", exist_ok=True)
        settings = {
            "options.inc": 'dns { nameserver = ["127.0.0.1"]; timeout = 1s; retransmits = 2; }\n'
            'disable_hyperscan = true;\n',
            "worker-controller.inc": "enabled = false;\n",
            "worker-proxy.inc": "enabled = false;\n",
            "worker-normal.inc": 'bind_socket = "127.0.0.1:11333";\ncount = 1;\n',
            "logging.inc": 'type = "file"; filename = "/tmp/measuring/rspamd.log"; level = "info";\n',
            "rbl.conf": "enabled = false;\n", "surbl.conf": "enabled = false;\n", "fuzzy_check.conf": "enabled = false;\n",
            "asn.conf": "enabled = false;\n", "neural.conf": "enabled = false;\n", "mx_check.conf": "enabled = false;\n",
        }
        for name, text in settings.items():
            with open(f"/etc/rspamd/local.d/{name}", "w", encoding="utf-8") as out:
                out.write(text)
        log = open(f"{WORK}/rspamd.out", "wb")
        self.server = subprocess.Popen(["rspamd", "-i", "-f"], stdout=log, stderr=log, start_new_session=True)
        wait_for("127.0.0.1", 11333, 60)
        time.sleep(3)

    def stop(self):
        if self.server:
            os.killpg(self.server.pid, signal.SIGTERM)
            self.server.wait(20)

    def symbols(self, domain, message):
        self.start()
        connection = http.client.HTTPConnection("127.0.0.1", 11333, timeout=30)
        connection.request("POST", "/checkv2", message, {
            "IP": CLIENT, "Helo": HELO, "Hostname": HELO, "From": f"a@{domain}", "Rcpt": "u@local"})
        reply = json.loads(connection.getresponse().read())
        return reply.get("symbols", {})

    def dmarc(self, domains):
        out = {}
        for domain in domains:
            found = self.symbols(domain, plain(domain))
            out[domain] = next((word for symbol, word in (
                ("DMARC_POLICY_REJECT", "reject"), ("DMARC_POLICY_QUARANTINE", "quarantine"),
                ("DMARC_POLICY_SOFTFAIL", "none")) if symbol in found), "ignored")
        return out

    def spf(self, domains):
        out = {}
        for domain in domains:
            found = self.symbols(domain, plain(domain))
            out[domain] = next((word for symbol, word in (
                ("R_SPF_ALLOW", "pass"), ("R_SPF_FAIL", "fail"), ("R_SPF_SOFTFAIL", "softfail"),
                ("R_SPF_NEUTRAL", "neutral"), ("R_SPF_PERMFAIL", "permerror"), ("R_SPF_DNSFAIL", "temperror"),
                ("R_SPF_NA", "none")) if symbol in found), "error: no symbol")
        return out

    def dkim(self, messages):
        return {d: "pass" if "R_DKIM_ALLOW" in self.symbols(d, m) else "fail" for d, m in messages.items()}


def plain(domain):
    return (f"Return-Path: <a@{domain}>\r\n"
            f"Received: from {HELO} ({HELO} [{CLIENT}]) by mx.local (Postfix) with ESMTP id X for <u@local>;"
            " Mon, 1 Jan 2024 00:00:00 +0000\r\n"
            f"From: a@{domain}\r\nTo: u@local\r\nSubject: x\r\nMessage-ID: <1@{domain}>\r\n"
            "Date: Mon, 1 Jan 2024 00:00:00 +0000\r\n\r\nx\r\n").encode()


def files(messages):
    os.makedirs(f"{WORK}/messages", exist_ok=True)
    for domain, message in messages.items():
        with open(f"{WORK}/messages/{domain}", "wb") as out:
            out.write(message)
    return list(messages)


def opendkim_config():
    path = f"{WORK}/opendkim.conf"
    with open(path, "w", encoding="utf-8") as out:
        out.write("Nameservers 127.0.0.1\n")
    return path


def opendkim(messages):
    out = {}
    for domain in files(messages):
        text = run(["opendkim", "-x", opendkim_config(), "-t", f"{WORK}/messages/{domain}", "-b", "v"])
        out[domain] = "pass" if re.search(r"succeeded|: pass", text) else "fail"
    return out


def testkey(messages):
    out = {}
    for domain in messages:
        done = subprocess.run(
            ["opendkim-testkey", "-x", opendkim_config(), "-d", domain, "-s", "sel"], capture_output=True, check=False)
        out[domain] = "pass" if done.returncode == 0 else "fail"
    return out


def with_files(driver):
    return lambda messages: driver(files(messages))


RSPAMD = Rspamd()

PROGRAMS = {
    "dmarc": [
        ("OpenDMARC 1.4.2", opendmarc),
        ("Mail::DMARC 1.20211209", perl("mail-dmarc.pl")),
        ("SpamAssassin 4.0.1", perl("spamassassin.pl", "dmarc")),
        ("rspamd 3.4", RSPAMD.dmarc),
        ("authheaders 0.15.2", python("/usr/bin/python3", "authheaders")),
        ("authheaders 0.16.3", python("/opt/new/bin/python", "authheaders")),
        ("dmarc (PyPI) 1.2.1", python("/opt/dmarc/bin/python", "dmarc")),
        ("checkdmarc 6.0.4", python("/opt/check/bin/python", "checkdmarc")),
    ],
    "spf": [
        ("pyspf 2.0.14", python("/usr/bin/python3", "spf")),
        ("Mail::SPF 2.9.0", perl("mail-spf.pl")),
        ("SpamAssassin 4.0.1", perl("spamassassin.pl", "spf")),
        ("libspf2 1.2.10", spfquery),
        ("Exim 4.96", exim_spf),
        ("chasquid 1.11", chasquid),
        ("rspamd 3.4", RSPAMD.spf),
    ],
    "dkim": [
        ("OpenDKIM 2.11.0b2", opendkim),
        ("opendkim-testkey 2.11.0b2", testkey),
        ("Mail::DKIM 1.20230212", with_files(perl("mail-dkim.pl"))),
        ("SpamAssassin 4.0.1", with_files(perl("spamassassin.pl", "dkim"))),
        ("dkimpy 1.1.4", with_files(python("/usr/bin/python3", "dkim"))),
        ("dkimpy 1.1.8", with_files(python("/opt/new/bin/python", "dkim"))),
        ("Exim 4.96", exim_dkim),
        ("rspamd 3.4", RSPAMD.dkim),
    ],
}
