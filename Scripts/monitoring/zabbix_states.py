"""What must arrive in Zabbix, and what must not, while the mail of three domains changes."""

import subprocess
import time

from monitoring.service import ROOT
from monitoring.zabbix import Zabbix

EXPECTED, FREE, HURT = "aozora.example", "minato-kikai.example", "kawabe.example"
POLICY = f'{{ "domains": {{ "{EXPECTED}": {{ "route": "securemx-office365" }} }}, "default": {{}} }}'
MX = "{0}. MX 100 mx.securemx.jp.\n{0}. MX 120 mx6.securemx.jp.\n"
OFFICE = "{0}. MX 0 aozora-example.mail.protection.outlook.com.\n"
NO_REPORT = "Mail DNS: no report of maildnscheck"
TOO_OLD = "Mail DNS: the last check is too old"


class States:
    """The steps in their order; each says whether Zabbix shows what it should."""

    def __init__(self, zabbix, program, refusing):
        self.zabbix, self.program, self.refusing = zabbix, program, refusing
        self.policy = zabbix.write("policy.json", POLICY)
        self.zone = (ROOT / "Examples/internet.zone").read_text()
        self.failures = 0

    def run(self, *source, policy=None, domains=(EXPECTED, FREE, HURT)):
        """A run of the program, as the service makes it."""
        return subprocess.run(
            [self.program, "--policy", policy or self.policy, "--format", "zabbix", "--output", self.zabbix.report,
             *source, *domains], stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60, check=False)

    def publish(self, moved=()):
        """A zone in which the MX of `moved` is another one than in the examples; returns the options to answer from it."""
        text = self.zone
        for domain in moved:
            text = text.replace(MX.format(domain), OFFICE.format(domain))
        assert (text != self.zone) == bool(moved)
        return ["--zone-file", self.zabbix.write("internet.zone", text), "--offline"]

    def step(self, title, **wanted):
        """Waits for what is `wanted`: values by item, `open` and `closed` problems."""
        problems, values = self.zabbix.problems, self.zabbix.value

        def lacks():
            found = [f"{key} is {values(key)!r}, not {value!r}"
                     for key, value in wanted.get("values", {}).items() if values(key) != value]
            now = problems()
            found += [f"'{name}' is not there" for name in wanted.get("open", [])
                      if not any(open.startswith(name) for open in now)]
            found += [f"'{name}' is there" for name in wanted.get("closed", [])
                      if any(open.startswith(name) for open in now)]
            return found

        self.zabbix.wait(lambda: not lacks())
        # What must not come has had the time that what came took, and two rounds of the agent more.
        time.sleep(3)
        lacking = lacks()
        print(f"{'✗' if lacking else '✓'} Zabbix  {title}", flush=True)
        for lack in lacking:
            print(f"      {lack}")
        self.failures += bool(lacking)

    def all(self):
        self.run(*self.publish())
        self.step(
            "discovery finds the domains, and their figures are there",
            values={f"maildnscheck.status[{EXPECTED}]": "0", f"maildnscheck.status[{FREE}]": "0",
                    f"maildnscheck.status[{HURT}]": "1", f"maildnscheck.route[{FREE}]": "securemx-office365",
                    f"maildnscheck.expectation[{EXPECTED}]": "0", f"maildnscheck.expectation[{FREE}]": "3",
                    f"maildnscheck.spf.lookups[{FREE}]": "3", f"maildnscheck.dkim.bits[{EXPECTED}]": "2048",
                    f"maildnscheck.summary[{FREE}]": "no problem found",
                    f"maildnscheck.finding[{HURT}]": "dmarc-missing",
                    "maildnscheck.domains.ok": "2", "maildnscheck.domains.warning": "1"},
            open=[f"{HURT}: warning: There is no DMARC"], closed=[f"{EXPECTED}:", f"{FREE}:", "Mail DNS:"])
        self.shapes()

        self.run(*self.publish([EXPECTED, FREE]))
        self.step(
            "a route that changes is a problem, where it is expected and where it is not",
            values={f"maildnscheck.route[{EXPECTED}]": "office365", f"maildnscheck.expectation[{EXPECTED}]": "1"},
            open=[f"{EXPECTED}: not as expected: ", f"{FREE}: another route than before: office365"],
            # One problem is told once: the others depend on it.
            closed=[f"{EXPECTED}: critical", f"{EXPECTED}: another route", f"{HURT}: another route"])

        self.run("--server", f"127.0.0.1:{self.refusing}", "--attempts", "1")
        self.step(
            "a resolver out of reach is unknown, and neither a problem of a domain nor the end of one",
            values={f"maildnscheck.status[{FREE}]": "3", f"maildnscheck.route[{FREE}]": "office365",
                    f"maildnscheck.spf.lookups[{FREE}]": "3", "maildnscheck.domains.unknown": "3"},
            open=[f"{EXPECTED}: DNS does not tell", f"{FREE}: DNS does not tell", f"{HURT}: DNS does not tell",
                  f"{EXPECTED}: not as expected", f"{HURT}: warning"],
            closed=[f"{FREE}: not as expected", f"{FREE}: critical", f"{HURT}: critical", "Mail DNS:"])

        self.run(*self.publish())
        self.step(
            "what is repaired clears; what is for people to close stays",
            values={f"maildnscheck.expectation[{EXPECTED}]": "0", f"maildnscheck.status[{FREE}]": "0"},
            open=[f"{FREE}: another route than before", f"{HURT}: warning"],
            closed=[f"{EXPECTED}: not", f"{EXPECTED}: DNS", f"{FREE}: DNS", f"{HURT}: DNS", f"{FREE}: not"])

        self.run(*self.publish(), policy=self.zabbix.write("broken.json", '{ "domians": {} }'))
        self.step("a policy that can't be used is a problem of the run, and no domain goes",
                  values={"maildnscheck.success": "0", "maildnscheck.domains.ok": "2",
                          f"maildnscheck.status[{FREE}]": "0"},
                  open=[NO_REPORT], closed=[f"{EXPECTED}:"])

        self.run(*self.publish(), domains=(EXPECTED, FREE, HURT, "nomail.example"))
        self.step("a domain that is new is found, and the run is well again",
                  values={"maildnscheck.status[nomail.example]": "0", "maildnscheck.success": "1"}, closed=[NO_REPORT])

        self.zabbix.report.unlink()
        self.step("no report is a problem of the run", values={"maildnscheck.success": "0"}, open=[NO_REPORT],
                  closed=[f"{EXPECTED}:"])

        self.run(*self.publish())
        self.step("which ends with the next one", values={"maildnscheck.success": "1"}, closed=[NO_REPORT])

        self.zabbix.set_macro("{$MAILDNS.MAX.AGE}", "3s")
        self.step("a report that nobody renews is too old", open=[TOO_OLD], closed=[NO_REPORT])

        self.zabbix.take_from_sender()
        self.run(*self.publish([EXPECTED]))
        complaint = self.zabbix.send()
        if complaint:
            print(f"      {complaint}")
        self.step("a report that is sent arrives as well", values={"maildnscheck.success": "1"},
                  open=[f"{EXPECTED}: not as expected"], closed=[f"{HURT}: critical"])
        return self.failures

    def shapes(self):
        """What a template brings besides items and triggers."""
        api, host = self.zabbix.api, self.zabbix.host
        lacking = []
        graphs = {graph["name"] for graph in api("graph.get", hostids=host, output=["name"])}
        for name in ["Mail DNS: domains by status", f"{FREE}: findings", f"{FREE}: SPF look-ups"]:
            if name not in graphs:
                lacking.append(f"no graph '{name}'")
        item, = api("item.get", hostids=host, filter={"key_": f"maildnscheck.status[{FREE}]"}, selectValueMap="extend")
        if {"value": "3", "newvalue": "UNKNOWN", "type": "0"} not in item["valuemap"].get("mappings", []):
            lacking.append(f"no words for a status: {item['valuemap']}")
        broken = [item["key_"] for item in self.zabbix.items().values() if item["state"] != "0"]
        if broken:
            lacking.append(f"items without support: {broken}")
        print(f"{'✗' if lacking else '✓'} Zabbix  graphs and value maps are there, and every item is supported", flush=True)
        for lack in lacking:
            print(f"      {lack}")
        self.failures += bool(lacking)


def zabbix_states(folder, program, refusing):
    """How many of the steps fail."""
    with Zabbix(folder) as zabbix:
        failures = States(zabbix, program, refusing).all()
        if failures:
            print(zabbix.logs())
        return failures
