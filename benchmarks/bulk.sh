#!/usr/bin/env bash
# op.bulkInsert of 1,000,000 rows with COPY, in one operation, beside psql's \copy of the same rows from a file. Both are
# whole processes.
#
#     benchmarks/bulk.sh
. "$(dirname "$0")/common.sh"
require hyperfine jq psql

database=bulk
rows=${ROWS:-1000000}
url=$(jdbc_url $database)
csv=$results/many.csv
reset="psql -qX -d $database -c 'TRUNCATE many; DROP TABLE IF EXISTS migrate_version, migrate_journal'"

fresh_database $database
psql -qX -d $database -c 'CREATE TABLE many (id integer NOT NULL, name varchar(100) NOT NULL, kind integer NOT NULL, active boolean NOT NULL)'
psql -qX -d $database -c "\\copy (SELECT i, 'row number ' || i, i % 7, i % 2 = 0 FROM generate_series(1, $rows) i) TO '$csv' CSV"

upgrade() {
    echo "java -Xmx$1 -cp '$class_path' dev.migrate.benchmarks.BulkUpgrade '$url' $2"
}

in_turn "$results/bulk.json" "${WARMUP:-1}" "${RUNS:-5}" --prepare "$reset" \
    -n 'bulkInsert' "$(upgrade 256m "$rows")" \
    -n 'psql copy' "psql -qX -d $database -c \"\\copy many FROM '$csv' CSV\""
ratios "$results/bulk.json"

# Constant memory: ten times the rows in the same small heap.
for count in $((rows / 10)) "$rows"; do
    eval "$reset"
    echo "$count rows with -Xmx48m: $( { /usr/bin/time -f '%M kB resident at most' \
        sh -c "exec $(upgrade 48m "$count")" 2>&1 >/dev/null || echo failed; } | tail -1)"
done
