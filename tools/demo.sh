#!/bin/sh
# Loads the sample articles into a new demo.db and asks it a few questions. Run by `make demo`, which puts summitdb on the PATH.
set -eu

export SUMMITDB_URL=demo.db
rm -f demo.db demo.db-*

bold='' plain=''
if [ -t 1 ] && [ -z "${NO_COLOR:-}" ]; then
    bold=$(printf '\033[1m') plain=$(printf '\033[0m')
fi

ask() {
    line=summitdb
    for word in "$@"; do
        case $word in
            *[!A-Za-z0-9_./=-]*) line="$line \"$word\"" ;;
            *) line="$line $word" ;;
        esac
    done
    printf '\n%s$ %s%s\n' "$bold" "$line" "$plain"
    summitdb "$@"
}

ask load seeds
ask sql "select (select count(*) from summit) as summits, (select count(*) from agreement) as agreements,
  (select count(*) from statement) as statements, (select count(*) from corridor) as corridors,
  (select count(*) from organization) as organizations, (select count(*) from evidence) as evidence"
ask list summits --country AZ --country RU --since 2024
ask report who-met-whom --person Aliyev
ask report said --person Aliyev
ask report capacities
ask report standing --organization BRICS
ask sql "select passage, publisher from evidence_passage where table_name = 'summit' and field = 'city' and value = 'Baku'
  order by publisher, passage"

cat <<'TEXT'

The sample articles are in demo.db now. Try next (the first line once):

  export PATH="$PWD/.venv/bin:$PATH" SUMMITDB_URL=demo.db
  summitdb list conflicts                            where articles disagree, and which value stands
  summitdb show SLUG                                 one row with the passages behind each value
  summitdb report                                    the list of reports
  summitdb explain seeds/baku-2024-caspian-wire.txt  how an article was read
  summitdb load YOUR_FOLDER                          your own articles: txt, md, html, json, ndjson, csv, .gz

docs/tutorial.md goes on from here.
TEXT
