#!/bin/bash
# Apache Spark: `RDD.pipe` hands each partition's lines to a command ("Return an RDD created by piping elements to a forked
# external process"), as one does with a list of domains and a program that checks them. The same method in PySpark and in
# Scala and Java, over the same file:
#
#   PySpark 4.3.0 (PyPI)   a command that is killed, or fails, midway: what came until then is the whole partition, and the job
#                          succeeds, without `checkCode=True`; Java's fails. The command's environment is empty where `env` adds
#                          nothing, in Java it is the executor's. Arguments are cut as a shell cuts them, in Java at blanks, and
#                          quotes are handed on. Lines read without decoding, `textFile(…, use_unicode=False)` ("faster and
#                          smaller"), arrive as Python writes bytes: b'aozora.example'
#
# Nothing says that the two differ. A pipeline moved from Scala to Python loses domains without a word, its resolver's options
# (RES_OPTIONS, PATH, proxies), and may ask DNS for names that begin with b'.
set -euo pipefail
export LC_ALL=C.UTF-8

cannot() { echo "spark-pipe-of-python: $*" >&2; exit 2; }
changed() { echo "spark-pipe-of-python: CHANGED: $*" >&2; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

command -v java >/dev/null || cannot "there is no Java (17 or 21)"
python3 -m venv venv && venv/bin/pip install -q wheel==0.45.1 && venv/bin/pip install -q pyspark==4.3.0 || cannot "pyspark can't be installed"
printf '%s\n' aozora.example tsubame.example hayate.example >domains.txt
# shellcheck disable=SC2016 # for the scripts within
printf '%s\n' '#!/bin/sh' 'head -n 2' 'kill -9 $$' >killed
printf '%s\n' '#!/bin/sh' 'echo "RES_OPTIONS=$RES_OPTIONS"' >options
printf '%s\n' '#!/bin/sh' 'for word; do echo "<$word>"; done' >words
chmod +x killed options words

cat >try.py <<'PY'
import re

from pyspark.sql import SparkSession

spark = SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false").getOrCreate()
context = spark.sparkContext
python, java = context.textFile("domains.txt", 1), context._jsc.textFile("domains.txt", 1)

def shown(pipe):
    try:
        return " ".join(pipe.collect())
    except Exception as error:
        return "fails: " + re.search(r"Subprocess exited with status [0-9]+|$", str(error))[0]

for name, command in [("killed", "./killed"), ("options", "./options"), ("words", "./words 'a b'")]:
    for language, lines in [("Python", python), ("Java", java)]:
        print(f"{name}, {language}: {shown(lines.pipe(command))}")
print("bytes, Python:", shown(context.textFile("domains.txt", 1, use_unicode=False).pipe("head -n 1")))
PY
seen=$(RES_OPTIONS=timeout:1 SPARK_LOCAL_IP=127.0.0.1 PYSPARK_PYTHON=$work/venv/bin/python venv/bin/python try.py 2>log) ||
  cannot "Spark can't be run here: $(tail -n 1 log)"
echo "$seen"
[ "$seen" = "killed, Python: aozora.example tsubame.example
killed, Java: fails: Subprocess exited with status 137
options, Python: RES_OPTIONS=
options, Java: RES_OPTIONS=timeout:1
words, Python: <a b>
words, Java: <'a> <b'>
bytes, Python: b'aozora.example'" ] || changed "that is not what was seen"
