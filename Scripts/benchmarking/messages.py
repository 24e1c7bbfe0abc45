"""A mailbox of messages as Exchange Online has them, each of another number, time and sender, and what must be found in
each: `messages.py COUNT` writes it to standard output."""

import email.utils
import sys

# Of each kind: the host and address that handed the message to Exchange Online, what the filter and the mailbox say, and
# the route, folder and cause that follow.
KINDS = [
    ("mo-csw.securemx.jp", "210.130.202.152", "SCL:-1;SFV:SKN;CAT:NONE", "dest:I;ENG:(910005)(944506478)",
     ("securemx-office365", "inbox", "transport-rule")),
    ("mo-csw.securemx.jp", "210.130.202.153", "SCL:6;SFV:BLK;CAT:SPM", "dest:J;OFR:SpamFilterAuthJ;RF:JunkEmail",
     ("securemx-office365", "junk", "blocked-sender")),
    ("mail.example.org", "198.51.100.77", "SCL:1;SFV:NSPM;CAT:NONE", "dest:I;ENG:(910005)(944506478)",
     ("office365", "inbox", "not-spam")),
    ("mo-csw.securemx.jp", "210.130.202.154", "SCL:5;SFV:SPM;CAT:SPM", "dest:J;OFR:SpamFilterAuthJ;RF:JunkEmail",
     ("securemx-office365", "junk", "spam-filter")),
    ("mx0a-0012ab01.pphosted.com", "205.220.165.32", "SCL:-1;SFV:SKN;CAT:NONE", "dest:C;OFR:CustomRules",
     ("gateway-office365", "custom", "inbox-rule")),
]
SUBJECTS = ["Invoice", "=?UTF-8?B?6KuL5rGC5pu4?= =?UTF-8?B?44Gu5Lu2?=", "=?iso-2022-jp?B?GyRCQUo1LTt2OWAbKEI=?="]
START = 1_794_960_000
BODY = "".join(f"This is line {line} of a message that nobody wrote, about as long as lines are.\n" for line in range(30))


def message(number):
    host, address, verdict, delivery, truth = KINDS[number % len(KINDS)]
    sender, second = f"sender{number % 997}", START + number
    def time(after):
        return email.utils.formatdate(second + after)
    gateway = ""
    if host.endswith("securemx.jp"):
        gateway = f"""Received: by mo-csw.securemx.jp (mx-mo-csw1802); {time(3)}
X-Iguazu-Qid: 2rWg5LUt{number:010}
X-Iguazu-QSIG: v=2; s=0; t={second + 3}; q=2rWg5LUt{number:010}; m=uYI22Mr9ODsXvsscXs/bIxYq17dFVfzqwFI4dmH3/AA=
Received: from mail.example.net (mail.example.net [203.0.113.7])
\tby mx.securemx.jp (mx-mi1801) id 4fb{number:010}
\t(version=TLSv1.3 cipher=TLS_AES_256_GCM_SHA384 bits=256 verify=NOT);
\t{time(2)}
"""
    return f"""From {sender}@example.net {email.utils.formatdate(second)}
Received: from TYPR01MB0001.jpnprd01.prod.outlook.com (::1) by
 OSPR01MB0002.jpnprd01.prod.outlook.com with HTTPS; {time(6)}
Received: from TYCP286CA0017.JPNP286.PROD.OUTLOOK.COM (2603:1096:400:1d0::27)
 by TYPR01MB0001.jpnprd01.prod.outlook.com (2603:1096:405:24f::8) with
 Microsoft SMTP Server (version=TLS1_2,
 cipher=TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384) id 15.20.9769.17; {time(5)}
Authentication-Results: spf=fail (sender IP is {address})
 smtp.mailfrom=example.net; dkim=fail (body hash did not verify)
 header.d=example.net;dmarc=fail action=none
 header.from=example.net;compauth=none reason=405
Received-SPF: Fail (protection.outlook.com: domain of example.net does not
 designate {address} as permitted sender)
 receiver=protection.outlook.com; client-ip={address};
 helo={host};
Received: from {host} ({address}) by
 TYPEPF000066E8.mail.protection.outlook.com (10.167.249.6) with Microsoft
 SMTP Server (version=TLS1_3, cipher=TLS_AES_256_GCM_SHA384) id 15.20.9769.17
 via Frontend Transport; {time(4)}
{gateway}DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=example.net; s=sel1;
 h=From:To:Subject:Date:Message-ID:MIME-Version:Content-Type;
 bh=aW4B3IPkLph83QehaxjfiOI/5jzg15hHqWlvWlbLWio=; t={second}; x={second + 604800};
 b=Nh0WsyGaJyrJ2PO/iw4xsOQXEIY0lbMpCCvPPtlqc6HbX9ebhFK6rS6WEgZs6/A6LsyHEPoPg+Kw
 qpxH5ZlIdoYMjRGzAdGWyFQr35ZDZU5UgM95zwFNR7Z94u3ZSQ9+npf2whzwC2VXcgJkqJ/xql49Uv
From: Sender {number % 997} <{sender}@example.net>
To: <hanako@example.jp>, Taro <taro@example.jp>
Subject: {SUBJECTS[number % len(SUBJECTS)]} {number}
Date: {time(1)}
Message-ID: <{number}.{second}@mail.example.net>
MIME-Version: 1.0
Content-Type: text/plain; charset="UTF-8"
Return-Path: {sender}@example.net
X-MS-Exchange-Organization-ExpirationStartTimeReason: OriginalSubmit
X-MS-Exchange-Organization-ExpirationInterval: 1:00:00:00.0000000
X-MS-Exchange-Organization-Network-Message-Id:
 47b268fb-f2f8-4bdb-9917-{number:012}
X-EOPAttributedMessage: 0
X-EOPTenantAttributedMessage: 11111111-2222-4333-8444-555555555555:0
X-MS-Exchange-Organization-MessageDirectionality: Incoming
X-MS-PublicTrafficType: Email
X-MS-TrafficTypeDiagnostic:
 TYPEPF000066E8:EE_|TYPR01MB0001:EE_|OSPR01MB0002:EE_
X-MS-Exchange-Organization-AuthAs: Anonymous
X-MS-Office365-Filtering-Correlation-Id: 47b268fb-f2f8-4bdb-9917-{number:012}
X-Forefront-Antispam-Report:
 CIP:{address};CTRY:JP;LANG:ja;SRV:;IPV:NLI;{verdict};H:{host};PTR:{host};SFS:(13230040)(366016)(376014);DIR:INB;
X-Microsoft-Antispam:
 BCL:0;ARA:13230040|366016|376014|1800799024|18002099003|56012099003;
X-MS-Exchange-CrossTenant-Network-Message-Id: 47b268fb-f2f8-4bdb-9917-{number:012}
X-MS-Exchange-CrossTenant-Id: 11111111-2222-4333-8444-555555555555
X-MS-Exchange-CrossTenant-AuthAs: Anonymous
X-MS-Exchange-CrossTenant-FromEntityHeader: Internet
X-MS-Exchange-Transport-CrossTenantHeadersStamped: TYPR01MB0001
X-MS-Exchange-Transport-EndToEndLatency: 00:00:02.8550345
X-Microsoft-Antispam-Mailbox-Delivery:
\tucf:0;jmr:0;auth:0;{delivery};

{BODY}
""", truth


def write(count, file):
    for number in range(count):
        file.write(message(number)[0].encode())


def truths(count):
    """What must be found in each message: route, folder, cause."""
    return [KINDS[number % len(KINDS)][-1] for number in range(count)]


if __name__ == "__main__":
    write(int(sys.argv[1]), sys.stdout.buffer)
