#!/usr/bin/env bash
# Changes a table of 3,000,000 rows while pgbench reads and updates it at 400 transactions a second.
#
#     benchmarks/traffic/run.sh [none|current|plain|statements|online|generated ...]
#
# none        traffic alone
# current     mvn migrate:current, which changes nothing: what traffic waits for because Maven needs the processors
# plain       plain DDL in one transaction
# statements  plain DDL, a transaction for each statement
# online      mvn migrate:upgrade of migrations that a careful person wrote, in online/
# generated   mvn migrate:upgrade of what mvn migrate:autogenerate wrote for the entities of project/
#
# A transaction has failed when it ended in an error, when it took longer than a second counted from the moment it was
# due, or when it wasn't even begun within that second because every connection was waiting.
#
# The longest wait is given by itself for the time before and after the change. Whoever waited for a lock for ten
# milliseconds, and for whom, is in target/results/traffic-*/lock-waits, as PostgreSQL logs it.
. "$(dirname "$0")/../common.sh"
require pgbench psql
traffic=$benchmarks/traffic

database=traffic
rows=${ROWS:-3000000}
rate=400
connections=16
# Seconds of traffic; the change starts after the first ten and has to end ten before the last.
duration=${DURATION:-90}
margin=10
limit_ms=1000

project=$target/traffic-project

goal() {
    maven -f "$project/pom.xml" "$@" -Dmigrate.url="$(jdbc_url "$database")"
}

# Everything up to the moment when the change could begin; the database is the one before it.
prepare() {
    case $1 in
        current | online | generated)
            install_plugin
            rm -rf "$project"
            cp -r "$traffic/project" "$project"
            goal compile migrate:stamp -Dmigrate.revision=0001
            case $1 in
                online) cp "$traffic"/online/*.java "$project/src/main/java/db/migrations/" ;;
                generated) goal compile migrate:autogenerate -Dmigrate.message='Change orders' -Dmigrate.revId=0002 ;;
            esac
            goal compile
            ;;
    esac
}

change() {
    case $1 in
        none) sleep 10 ;;
        current) goal migrate:current ;;
        plain | statements) psql -qX -v ON_ERROR_STOP=1 -d "$database" -f "$traffic/$1.sql" ;;
        online | generated) goal migrate:upgrade ;;
    esac
}

measure() {
    local change=$1 out=$results/traffic-$1
    rm -rf "$out"
    mkdir -p "$out"
    fresh_database "$database"
    psql -qX -v ON_ERROR_STOP=1 -v rows="$rows" -d "$database" -f "$traffic/before.sql"
    prepare "$change" >"$out/prepare.out" 2>&1 || { echo "Not prepared: $out/prepare.out" >&2; exit 1; }

    psql -qX -d "$database" -c "ALTER DATABASE $database SET log_lock_waits = on" \
        -c "ALTER DATABASE $database SET deadlock_timeout = '10ms'"
    local logged
    logged=$(wc -l <"$pg_data/log")

    # -M prepared, as a JDBC driver does it.
    (cd "$out" && exec pgbench -n -M prepared -D rows="$rows" -c $connections -j 2 -R $rate -L $limit_ms \
        -T "$duration" --failures-detailed -l -f "$traffic/read.pgbench" -f "$traffic/update.pgbench" "$database") \
        >"$out/pgbench.out" 2>"$out/pgbench.err" &
    local pgbench=$!
    sleep $margin
    local started=$SECONDS began ended
    began=$(date +%s%N)
    if ! change "$change" >"$out/change.out" 2>&1; then
        kill $pgbench
        echo "The change failed: $out/change.out" >&2
        exit 1
    fi
    ended=$(date +%s%N)
    if ((SECONDS - started > duration - 2 * margin)); then
        kill $pgbench
        echo "The change took $((SECONDS - started)) seconds: more traffic is needed, DURATION=$((2 * duration))" >&2
        exit 1
    fi
    wait $pgbench

    tail -n "+$((logged + 1))" "$pg_data/log" | grep -A4 'still waiting' >"$out/lock-waits" || true
    # A line of the log: client, number, microseconds since it was due or "skipped", script, epoch, microseconds, lag.
    cat "$out"/pgbench_log.* | awk -v change="$change" -v limit=$limit_ms \
        -v began="$((began / 1000))" -v ended="$((ended / 1000))" -v locks="$(grep -c 'still waiting' "$out/lock-waits")" '
        $3 == "skipped" { skipped++; next }
        {
            done++
            if ($3 > limit * 1000) late++
            end = $5 * 1000000 + $6
            if (end >= began && end - $3 <= ended) { if ($3 > longest) longest = $3 }
            else if ($3 > otherwise) otherwise = $3
        }
        END {
            printf "%s: changed in %.1f s; %d transactions, of which %d failed (%d late, %d never begun);" \
                " longest wait %.0f ms, before and after %.0f ms; %d waits of 10 ms for a lock\n",
                change, (ended - began) / 1000000, done + skipped, late + skipped, late, skipped,
                longest / 1000, otherwise / 1000, locks
        }' | tee "$out/summary"
    if grep -E 'ERROR|aborted' "$out/pgbench.err"; then
        echo "$change: pgbench met errors, above" >&2
    fi
}

for change in "${@:-none}"; do
    case $change in
        none | current | plain | statements | online | generated) ;;
        *)
            echo "usage: $0 [none|current|plain|statements|online|generated ...]" >&2
            exit 2
            ;;
    esac
done
for change in "${@:-none}"; do
    measure "$change"
done
