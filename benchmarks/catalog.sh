#!/usr/bin/env bash
# 1,000 tables (or as many as are asked for) of twelve columns, two foreign keys, two indexes and a unique constraint:
# reading the catalog beside pg_dump, comparing two such schemas, and the whole check beside Hibernate's own boot
# and its own validation.
#
#     benchmarks/catalog.sh [TABLES [process]]
#
# RUNS and WARMUP say how often the whole process is run; process leaves out the other two.
. "$(dirname "$0")/common.sh"
require hyperfine jq pg_dump psql

count=${1:-1000}
tables=$target/tables-$count
database=tables_$count
if ! [ -f "$tables/tables.sql" ]; then
    run_java dev.migrate.benchmarks.GeneratedTables "$tables" "$count"
fi
if [ "$(psql -qXAt -d postgres -c "SELECT count(*) FROM pg_database WHERE datname = '$database'")" = 0 ]; then
    createdb "$database"
    # Not in one transaction: 5,000 tables need more locks than a server has by default.
    PGOPTIONS='-c synchronous_commit=off' psql -qX -v ON_ERROR_STOP=1 -d "$database" -f "$tables/tables.sql"
    psql -qX -d "$database" -c 'VACUUM ANALYZE'
fi

if [ "${2:-}" != process ]; then
    run_java org.openjdk.jmh.Main CatalogBenchmark -p database="$database" \
        -rf json -rff "$results/catalog-$count.json"
    run_java org.openjdk.jmh.Main DiffBenchmark -p database="$database" \
        -rf json -rff "$results/diff-$count.json"
    # The same in a process that is warmed up, as a build is that has run for a while.
    run_java org.openjdk.jmh.Main 'CatalogBenchmark|DiffBenchmark' -p database="$database" \
        -f 1 -bm avgt -wi 5 -i 5 -w 1 -r 1 -rf json -rff "$results/warm-$count.json"
fi

# The whole process; -Xmx512m for both, however many tables there are.
with_entities="java -Xmx512m -cp '$tables/classes:$class_path'"
in_turn "$results/check-$count.json" "${WARMUP:-1}" "${RUNS:-7}" \
    -n 'check' "$with_entities dev.migrate.benchmarks.CheckEntities '$(jdbc_url "$database")' '$tables/classes'" \
    -n 'Hibernate metadata' "$with_entities dev.migrate.benchmarks.BootMetadata '$tables/classes'" \
    -n 'Hibernate validates' "$with_entities dev.migrate.benchmarks.ValidateSchema '$(jdbc_url "$database")' '$tables/classes'"
ratios "$results/check-$count.json"
