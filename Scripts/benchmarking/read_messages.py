"""Takes out of a mailbox with Python's `email` what `maildnscheck headers` takes out of it, and judges nothing:
`read_messages.py POLICY FILE` prints how many messages and values there were.

`default` is the policy that the package's documentation says to use, which decodes by itself; with `compat32`, the one of
old, the functions that the package has for that are called on what needs it. Bodies are not taken apart."""

import email.header
import email.parser
import email.policy
import email.utils
import mailbox
import sys

AS_THEY_ARE = ["Message-ID", "Authentication-Results", "X-Forefront-Antispam-Report", "X-Microsoft-Antispam",
               "X-Microsoft-Antispam-Mailbox-Delivery", "DKIM-Signature", "X-MS-Exchange-Organization-AuthAs",
               "X-MS-Exchange-Organization-MessageDirectionality", "X-MS-Exchange-Organization-SCL"]


def time(text):
    try:
        return email.utils.parsedate_to_datetime(text)
    except (TypeError, ValueError):
        return None


def hops(message):
    return [(field, time(str(field).rsplit(";", 1)[-1])) for field in message.get_all("Received", [])]


def default(message):
    return [message["From"].addresses, message["To"].addresses, message["Date"].datetime, str(message["Subject"])]


def compat32(message):
    return [email.utils.parseaddr(message["From"]), email.utils.getaddresses(message.get_all("To", [])),
            time(message["Date"]), str(email.header.make_header(email.header.decode_header(message["Subject"])))]


def main():
    name, path = sys.argv[1:]
    policy, decode = {"default": (email.policy.default, default), "compat32": (email.policy.compat32, compat32)}[name]
    parser = email.parser.BytesHeaderParser(policy=policy)
    messages, values = 0, 0
    for message in mailbox.mbox(path, factory=parser.parse, create=False):
        messages += 1
        values += len(decode(message)) + len(hops(message))
        values += sum(len(message.get_all(field, [])) for field in AS_THEY_ARE)
    print(messages, values)


if __name__ == "__main__":
    main()
