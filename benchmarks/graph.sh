#!/usr/bin/env bash
# 10,000 revisions with branches and merges: from the index to a plan from base to heads, beside cat reading their
# sources. A new process for each measurement, and a warmed-up one.
#
#     benchmarks/graph.sh
. "$(dirname "$0")/common.sh"
require jq

history=$target/history-10000
if ! [ -f "$history/history.jar" ]; then
    run_java dev.migrate.benchmarks.GeneratedHistory "$history" 10000 merging
fi
run_java org.openjdk.jmh.Main GraphBenchmark -jvmArgsAppend "-Dhistory=$history" \
    -rf json -rff "$results/graph-cold.json" -bm ss -f 10 -wi 0 -i 1
run_java org.openjdk.jmh.Main GraphBenchmark -jvmArgsAppend "-Dhistory=$history" \
    -rf json -rff "$results/graph-warm.json" -bm avgt -f 1 -wi 5 -i 5 -w 1 -r 1

# How each compares with cat, in elapsed time.
for kind in cold warm; do
    jq -r --arg kind "$kind" '
        (.[] | select(.benchmark | endswith("catSources")) | .primaryMetric.score) as $cat
        | .[] | "\($kind) \(.benchmark | split(".") | last): \(.primaryMetric.score | round) ms, \(.primaryMetric.score / $cat * 100 | round / 100) of cat"' \
        "$results/graph-$kind.json"
done
