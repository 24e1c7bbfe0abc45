"""job.py JOB FOLDER: what a schema does not say of the Job of docs/scale.md. Leaves the command of its container in
FOLDER/command, each argument ended by NUL, for seven parts and with /data in FOLDER."""

import ipaddress
import pathlib
import re
import sys

import yaml

PARTS = 7
# Bytes, as Kubernetes writes them.
QUANTITY = re.compile(r"([0-9]+)(Ki|Mi|Gi)$")
# What a worker takes at most (docs/scale.md, "What one worker needs"), in MiB.
MEMORY = 50


def expect(condition, text):
    if not condition:
        sys.exit(f"check-kubernetes: {text}")


def mebibytes(quantity):
    found = QUANTITY.match(quantity)
    expect(found, f"{quantity!r} is no number of bytes")
    return int(found[1]) * {"Ki": 1 / 1024, "Mi": 1, "Gi": 1024}[found[2]]


def main():
    file, folder = map(pathlib.Path, sys.argv[1:])
    job = yaml.safe_load(file.read_text())["spec"]
    pod = job["template"]["spec"]
    # "The Pod's DNS Config": None needs servers, at most three, by address.
    expect(pod["dnsPolicy"] == "None", "the pods don't ask the servers of dnsConfig alone")
    servers = [ipaddress.ip_address(server) for server in pod["dnsConfig"]["nameservers"]]
    expect(1 <= len(servers) <= 3, f"{len(servers)} name servers")
    # "Backoff limit per index" is for an indexed Job whose pods are not started again in place.
    expect(job["completionMode"] == "Indexed" and pod["restartPolicy"] == "Never", "a part is not repeated by its index")
    [worker] = pod["containers"]
    resources = worker["resources"]
    least, most = mebibytes(resources["requests"]["memory"]), mebibytes(resources["limits"]["memory"])
    expect(MEMORY <= least <= most, f"memory: {least} to {most} MiB")
    volumes = {volume["name"] for volume in pod["volumes"]}
    expect({mount["name"] for mount in worker["volumeMounts"]} == volumes, "mounts and volumes differ")
    command = worker["command"] + worker["args"]
    parts = f"/{job['completions']} "
    expect(sum(argument.count(parts) for argument in command) == 1, "the command does not cut the list into as many parts as there are indexes")
    command = [argument.replace(parts, f"/{PARTS} ").replace("/data/", f"{folder}/data/") for argument in command]
    (folder / "command").write_bytes(b"".join(argument.encode() + b"\0" for argument in command))


if __name__ == "__main__":
    main()
