# Sourced by the scripts: where things are, and how a database and a Java process are reached.

set -euo pipefail

benchmarks=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
target=$benchmarks/target
results=$target/results
class_path="$target/classes:$target/lib/*"

# The throwaway server of server.sh.
export PGHOST=localhost PGPORT=${MIGRATE_BENCHMARK_PORT:-54329} PGUSER=postgres
export PGOPTIONS='-c client_min_messages=warning'
pg_bin=${PG_BIN:-/usr/lib/postgresql/15/bin}
pg_data=${MIGRATE_BENCHMARK_DATA:-${TMPDIR:-/tmp}/migrate-benchmarks}

mkdir -p "$results"

if ! [ -d "$target/lib" ]; then
    echo "Nothing is built. Run: mvn -pl benchmarks -am package -DskipTests" >&2
    exit 1
fi

require() {
    local program
    for program in "$@"; do
        if ! command -v "$program" >/dev/null; then
            echo "$program is missing. Debian has it as the package of that name (pgbench: postgresql-contrib)." >&2
            exit 1
        fi
    done
}

jdbc_url() {
    echo "jdbc:postgresql://$PGHOST:$PGPORT/$1?user=$PGUSER"
}

# The database $1, empty.
fresh_database() {
    dropdb --if-exists --force "$1"
    createdb "$1"
}

run_java() {
    java -cp "$class_path" "$@"
}

# A local Maven repository of its own, with the plugin as it is now: the developer's stays as it is. PLUGIN_IS_INSTALLED
# keeps the one that is there.
maven_repository=$target/m2
install_plugin() {
    if [ -n "${PLUGIN_IS_INSTALLED:-}" ]; then
        return
    fi
    if ! [ -d "$maven_repository" ]; then
        cp -a "${MAVEN_REPOSITORY:-$HOME/.m2/repository}" "$maven_repository"
    fi
    maven -q -f "$benchmarks/../pom.xml" -pl migrate-maven-plugin -am -DskipTests install
}

maven() {
    mvn -B -Dmaven.repo.local="$maven_repository" "$@"
}

# Measures commands with hyperfine in turn instead of one after the other, so that a machine that gets slower or faster
# meanwhile does so for all: WARMUP rounds that don't count, then RUNS. The rest are hyperfine's options and commands.
#     in_turn EXPORT WARMUP RUNS ...
in_turn() {
    local export=$1 warmup=$2 runs=$3 round
    shift 3
    rm -f "$export".*
    for ((round = 1 - warmup; round <= runs; round++)); do
        hyperfine --style none --runs 1 --export-json "$export.$round" "$@"
        if [ "$round" -le 0 ]; then
            rm "$export.$round"
        fi
    done
    jq -s '
        def median: sort | if length % 2 == 1 then .[length / 2 | floor] else (.[length / 2 - 1] + .[length / 2]) / 2 end;
        {results: [map(.results) | transpose[] | {
            command: .[0].command,
            times: map(.times[0]),
            median: map(.times[0]) | median,
            min: map(.times[0]) | min,
            max: map(.times[0]) | max,
            user: map(.user) | median,
            system: map(.system) | median}]}' "$export".* >"$export"
    rm "$export".*
}

# The medians of an export, and how the first command compares with each of the others: in elapsed time, and in
# the processor time of the client's process, which other load on the machine distorts less.
ratios() {
    jq -r '
        def ms: . * 1000 | round;
        def ratio(a; b): a / b * 100 | round / 100;
        (.results[] | "\(.command): median \(.median | ms) ms, from \(.min | ms) to \(.max | ms) ms; processor \(.user + .system | ms) ms"),
        (.results[0] as $measured | .results[1:][]
            | "\($measured.command) / \(.command) = \(ratio($measured.median; .median)); processor \(ratio($measured.user + $measured.system; .user + .system))")' "$1"
}
