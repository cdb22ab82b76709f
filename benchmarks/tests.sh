#!/usr/bin/env bash
# A database of its own for each of 200 test methods, at the head of a history of 300 revisions.
#
#     benchmarks/tests.sh [URL]
#
# Shared: the methods of a class have one database, and each connects to it once: the test itself.
# Cloned: each method has a database of its own, a clone of the template. The difference is what that costs.
# Migrated: for comparison, each of three methods applies the history to an empty database.
# The server is the embedded one of migrate-test, or that of the URL: jdbc:postgresql://…. It doesn't need server.sh.
. "$(dirname "$0")/common.sh"

history=$target/history-300
if ! [ -f "$history/history.jar" ]; then
    run_java dev.migrate.benchmarks.GeneratedHistory "$history" 300 linear
fi

options=()
if [ -n "${1:-}" ]; then
    options=("-Dmigrate.test.url=$1")
fi

for _ in $(seq "${RUNS:-3}"); do
    java "${options[@]}" -cp "$history/history.jar:$class_path" dev.migrate.benchmarks.TestDatabases 2>>"$results/tests.log"
done | tee "$results/tests.txt"
