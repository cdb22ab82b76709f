#!/usr/bin/env bash
# What the starter costs an application that starts with nothing to do: beside the same application without it, and with
# Flyway instead. Whole processes in turn, RUNS of each (default 7), after one that migrates and one that isn't counted.
#
#     benchmarks/server.sh start && benchmarks/start.sh
#
# The statements are those that the server logs of one start.
. "$(dirname "$0")/common.sh"
require jq

application=$benchmarks/start
maven_repository=${MAVEN_REPOSITORY:-$target/m2}
variants="bare migrate flyway"

for variant in $variants; do
    maven -q -f "$application/pom.xml" compile dependency:copy-dependencies -DincludeScope=runtime \
        -DoutputDirectory="$target/start/$variant" -P"$variant"
    fresh_database "start_$variant"
done

start() {
    java -cp "$application/target/classes:$target/start/$1/*" com.example.store.Store \
        --spring.datasource.url="$(jdbc_url "start_$1")" --logging.level.root=warn --spring.main.banner-mode=off \
        --migrate.mode=upgrade
}

for variant in $variants; do
    start "$variant" >/dev/null
done

psql -q postgres -c "ALTER SYSTEM SET log_line_prefix = '%d '" -c "SELECT pg_reload_conf()" >/dev/null
for variant in $variants; do
    psql -q postgres -c "ALTER DATABASE start_$variant SET log_statement = 'all'"
    before=$(grep -c "^start_$variant LOG:  \(statement\|execute\)" "$pg_data/log" || true)
    start "$variant" >/dev/null
    after=$(grep -c "^start_$variant LOG:  \(statement\|execute\)" "$pg_data/log" || true)
    psql -q postgres -c "ALTER DATABASE start_$variant RESET log_statement"
    echo "$variant: $((after - before)) statements"
done

rm -f "$results"/start.*
for ((round = 1; round <= ${RUNS:-7}; round++)); do
    for variant in $variants; do
        start "$variant" >>"$results/start.$variant"
    done
done
for variant in $variants; do
    jq -rs --arg variant "$variant" 'sort | "\($variant): median \(.[length / 2 | floor]) ms, from \(.[0]) to \(.[-1])"' \
        "$results/start.$variant"
done
