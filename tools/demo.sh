#!/bin/sh
# Loads the sample articles into a new demo.db and asks it a few questions. Run by `make demo`, which puts summitdb on the PATH.
set -eu

export SUMMITDB_URL=demo.db
rm -f demo.db demo.db-*

ask() {
    printf '\n\033[1m$ summitdb' | if [ -t 1 ]; then cat; else sed 's/\x1b\[1m//'; fi
    for word in "$@"; do
        case $word in
            *[!A-Za-z0-9_./=-]*) printf ' "%s"' "$word" ;;
            *) printf ' %s' "$word" ;;
        esac
    done
    if [ -t 1 ]; then printf '\033[0m'; fi
    printf '\n'
    summitdb "$@"
}

ask load seeds
ask sql "select 'summits' as rows, count(*) as count from summit union all select 'agreements', count(*) from agreement union all select 'statements', count(*) from statement union all select 'corridors', count(*) from corridor union all select 'organizations', count(*) from organization union all select 'pieces of evidence', count(*) from evidence"
ask list summits --country AZ --since 2024
ask report who-met-whom --country AZ
ask report said --person Aliyev
ask report capacities
ask report standing --organization BRICS
ask sql "select field, value, passage, publisher from evidence_passage where slug = '2024-08-19-az-ru-baku' and field in ('city', 'starts_on', 'format', 'status') order by field, publisher"

cat <<'TEXT'

The sample articles are in demo.db now. Try next (the first line once):

  export PATH="$PWD/.venv/bin:$PATH" SUMMITDB_URL=demo.db
  summitdb show 2024-08-19-az-ru-baku            one row with the passage behind each value
  summitdb report                                the list of reports
  summitdb report meetings --output meetings.svg a chart
  summitdb explain seeds/baku-2024-caspian-wire.txt
  summitdb load YOUR_FOLDER                      your own articles: txt, md, html, json, ndjson, csv, .gz

docs/tutorial.md goes on from here.
TEXT
