#!/usr/bin/env bash
# 1,000 small revisions: applying them, and having nothing to do.
#
#     benchmarks/runner.sh [apply|call|noop|maven ...]
#
# apply: a process that calls Migrate.upgrade("head") on an empty database, beside psql running
#   script: what migrate:upgrade -Dmigrate.sql writes, the same statements with the same commits, version rows included;
#   plain: the schema statements only, each revision's between BEGIN and COMMIT;
#   and a Java process that does no more than send the script through the driver, in as many messages.
# call: Migrate.upgrade("head") without the start of its process, beside the same script: the first of a Java process, and
#   one in a process that is warmed up.
# noop: the same process when everything is applied, beside one that connects and selects from the version table.
# maven: mvn migrate:upgrade with nothing to do, beside mvn help:evaluate on the same project.
. "$(dirname "$0")/common.sh"
require hyperfine jq psql

history=$target/history-1000
history_jar=$history/history.jar
if ! [ -f "$history_jar" ]; then
    run_java dev.migrate.benchmarks.GeneratedHistory "$history" 1000 linear
fi
database=runner
url=$(jdbc_url $database)
upgrade="java -cp '$history_jar:$class_path' dev.migrate.benchmarks.Upgrade '$url'"

script() {
    java -cp "$history_jar:$class_path" dev.migrate.benchmarks.Script >"$results/script.sql" 2>"$results/script.log"
}

apply() {
    script
    local psql="psql -qX -v ON_ERROR_STOP=1 -d $database"
    in_turn "$results/apply.json" 1 "${RUNS:-7}" \
        --prepare "dropdb --if-exists --force $database; createdb $database" \
        -n upgrade "$upgrade" \
        -n 'psql script' "$psql -f '$results/script.sql'" \
        -n 'driver alone' "java -cp '$class_path' dev.migrate.benchmarks.SendScript '$url' '$results/script.sql'" \
        -n 'psql plain' "$psql -f '$history/plain.sql'"
    ratios "$results/apply.json"
}

call() {
    script
    local jmh="java -cp '$history_jar:$class_path' org.openjdk.jmh.Main ApplyBenchmark -p script='$results/script.sql' -rf json"
    eval "$jmh -rff '$results/call-cold.json'" 2>"$results/call.log"
    eval "$jmh -f 1 -wi 5 -i 10 -rff '$results/call-warm.json'" 2>>"$results/call.log"
}

noop() {
    fresh_database $database
    eval "$upgrade" 2>"$results/noop-upgrade.log"
    local select="dev.migrate.benchmarks.ConnectAndSelect '$url' 'SELECT * FROM migrate_version'"
    in_turn "$results/noop.json" 2 "${RUNS:-20}" \
        -n 'upgrade' "$upgrade" \
        -n 'connect and select' "java -cp '$history_jar:$class_path' $select"
    ratios "$results/noop.json"
}

maven_goals() {
    local project=$target/maven-project
    fresh_database $database
    install_plugin
    mkdir -p "$project/src/main/java"
    cp "$benchmarks/traffic/project/pom.xml" "$project/"
    cp -r "$history/sources/." "$project/src/main/java"
    local mvn="mvn -B -q -o -Dmaven.repo.local='$maven_repository' -f '$project/pom.xml'"
    # Once online, for what help:evaluate needs, and to apply the revisions.
    maven -q -f "$project/pom.xml" help:evaluate -Dexpression=project.version -DforceStdout
    maven -q -f "$project/pom.xml" compile migrate:upgrade -Dmigrate.url="$url" >"$results/maven-upgrade.log" 2>&1
    in_turn "$results/maven.json" 1 "${RUNS:-10}" \
        -n 'mvn migrate:upgrade' "$mvn migrate:upgrade -Dmigrate.url='$url'" \
        -n 'mvn help:evaluate' "$mvn help:evaluate -Dexpression=project.version -DforceStdout"
    ratios "$results/maven.json"
}

for part in "${@:-apply}"; do
    case $part in
        apply | call | noop) "$part" ;;
        maven) maven_goals ;;
        *)
            echo "usage: $0 [apply|call|noop|maven ...]" >&2
            exit 2
            ;;
    esac
done
