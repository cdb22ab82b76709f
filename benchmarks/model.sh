#!/usr/bin/env bash
# The model: 1,000 tables (or 100, or 5,000) with what Hibernate has to offer, in proportions like a real application's:
# GeneratedModel says which. Its schema is the SQL that Hibernate makes of the entities, and beside it the database has
# partial and expression indexes.
#
#     benchmarks/model.sh [TABLES [check|catalog|autogenerate|peers ...]]
#
# check: Hibernate's metadata alone, its validation, its update as a script that isn't run, and Migrate's check: elapsed
#   time, peak resident memory, and how many statements one check sends. It ends with "No changes", or the script fails.
# catalog: reading the catalog in a new process and in one that is warmed up, beside pg_dump.
# autogenerate: the revision that creates all of it, written, compiled and tried, beside psql running its SQL up, down, up.
# peers: Flyway (migrate, info) and Liquibase (update, diff with a second database), 11.7.2 and 4.31.1 from Maven Central,
#   both given Hibernate's SQL as one script.
#
# Whole processes in turn, each with -Xmx512m: the medians of RUNS (default 5) after WARMUP (default 1) that don't count.
# HIBERNATE lists the versions, each with a class path of its own. LIMIT is how many seconds a process may take (default
# 600); one that fails or takes longer is in the table as such. The table goes to standard output, and it and all times to
# benchmarks/target/results/model-TABLES, followed by the parts if not all of them are asked for.
. "$(dirname "$0")/common.sh"
require jq mvn pg_dump psql timeout
if ! [ -x /usr/bin/time ]; then
    echo "/usr/bin/time is missing, which tells how much memory a process had. Debian has it as the package time." >&2
    exit 1
fi
if ! psql -qXAt -d postgres -c 'SELECT 1' >/dev/null; then
    echo "The server doesn't run. Run: benchmarks/server.sh start" >&2
    exit 1
fi

count=${1:-1000}
parts=${*:2}
parts=${parts:-check catalog autogenerate peers}
maven_repository=${MAVEN_REPOSITORY:-$HOME/.m2/repository}
all_results=$results/model-$count${2:+-${parts// /-}}
round=1

for part in $parts; do
    case $part in
        check | catalog | autogenerate | peers) ;;
        *)
            echo "usage: $0 [TABLES [check|catalog|autogenerate|peers ...]]" >&2
            exit 2
            ;;
    esac
done

# Dependencies of the profile $1 in target/model-lib/$2.
dependencies() {
    if ! [ -d "$target/model-lib/$2" ]; then
        maven -q -ntp -f "$benchmarks/model/pom.xml" "${@:3}" dependency:copy-dependencies -P"$1" \
            -DincludeScope=runtime -DoutputDirectory="$target/model-lib/$2" >&2
    fi
}

# The benchmarks' class path with the Hibernate of a directory, and what that brings, instead of their own.
with_hibernate() {
    local jar name
    echo -n "$target/classes:$1/*"
    for jar in "$target"/lib/*.jar; do
        name=$(basename "$jar")
        name=${name%%-[0-9]*}
        if [[ $name != hibernate-* ]] && ! compgen -G "$1/$name-[0-9]*.jar" >/dev/null; then
            echo -n ":$jar"
        fi
    done
}

# Hibernate's version $1: its class path, the entities and their database, if they aren't there yet.
prepare() {
    version=$1
    runs=$all_results/$version
    model=$target/model-$count-$version
    database=model_${count}_${version//./_}
    database=${database,,}
    url=$(jdbc_url "$database")
    new=$model/new
    rm -rf "$runs"
    mkdir -p "$runs"
    # What a process left that took too long.
    psql -qXAt -d postgres -c "SELECT datname FROM pg_database WHERE datname ~ '^scratch_'" \
        | xargs -r -n 1 dropdb --if-exists --force
    dependencies hibernate "hibernate-$version" -Dversion.hibernate="$version"
    class_path=$(with_hibernate "$target/model-lib/hibernate-$version")
    if ! [ -f "$model/tables.sql" ]; then
        rm -rf "$model"
        run_java dev.migrate.benchmarks.GeneratedModel "$model" "$count"
    fi
    with_entities="$model/classes:$class_path"
    if [ "$(psql -qXAt -d postgres -c "SELECT count(*) FROM pg_database WHERE datname = '$database'")" = 0 ] \
        || ! [ -f "$model/tables.sql" ]; then
        fresh_database "$database"
        java -cp "$with_entities" dev.migrate.benchmarks.SchemaScript create "$url" "$model/classes" "$model/creation.sql" \
            2>"$runs/creation.log"
        PGOPTIONS='-c synchronous_commit=off' psql -qX -v ON_ERROR_STOP=1 -d "$database" \
            -f "$model/creation.sql" -f "$model/others.sql"
        psql -qX -d "$database" -c 'VACUUM ANALYZE'
        mv "$model/creation.sql" "$model/tables.sql"
    fi
}

# Runs a program to its end, and notes its milliseconds and the kB that it had resident at most in $runs/NAME.
#     once NAME PROGRAM ...
once() {
    local name=$1 start end
    shift
    if [ -f "$runs/$name.failed" ]; then
        return
    fi
    start=${EPOCHREALTIME/[.,]/}
    if /usr/bin/time -o "$runs/peak" -f %M timeout "${LIMIT:-600}" "$@" >"$runs/$name.out" 2>"$runs/$name.log"; then
        end=${EPOCHREALTIME/[.,]/}
        if ((round > 0)); then
            echo "$(((end - start) / 1000)) $(tail -1 "$runs/peak")" >>"$runs/$name"
        fi
    else
        mv "$runs/$name.log" "$runs/$name.failed"
        echo "$name failed or took longer than ${LIMIT:-600} s: $runs/$name.failed" >&2
        tail -20 "$runs/$name.failed" >&2
    fi
}

# The same for a program of the benchmarks, or of a peer.
#     once_java NAME CLASS-PATH CLASS ARGUMENT ...
once_java() {
    once "$1" java -Xmx512m -cp "$2" "${@:3}"
}

# What the function does, WARMUP times without counting and RUNS times.
in_rounds() {
    for ((round = 1 - ${WARMUP:-1}; round <= ${RUNS:-5}; round++)); do
        "$@"
    done
    round=1
}

# The median of a column of $runs/NAME: 1 is milliseconds, 2 is kB. Nothing if the program failed.
#     median NAME [COLUMN]
median() {
    if [ -f "$runs/$1" ] && ! [ -f "$runs/$1.failed" ]; then
        cut -d' ' -f"${2:-1}" "$runs/$1" | jq -s 'sort
            | if length % 2 == 1 then .[length / 2 | floor] else (.[length / 2 - 1] + .[length / 2]) / 2 end | round'
    fi
}

grouped() {
    sed -E ':again; s/^([0-9]+)([0-9]{3})/\1,\2/; t again' <<<"$1"
}

# How the table writes a median.
ms() {
    local value
    value=$(median "$1")
    if [ -n "$value" ]; then echo "$(grouped "$value") ms"; else echo failed; fi
}

mib() {
    local value
    value=$(median "$1" 2)
    if [ -n "$value" ]; then echo "$(((value + 512) / 1024)) MiB"; else echo failed; fi
}

# $1 divided by $2, with two digits; a dash if one of them is missing.
ratio() {
    if [ -n "$1" ] && [ -n "$2" ]; then jq -n "$1 / $2 * 100 | round / 100"; else echo –; fi
}

# A ratio beside its limit.
judged() {
    if [ "$1" = – ]; then
        echo –
    elif jq -en "$1 <= $2" >/dev/null; then
        echo "**$1, met**"
    else
        echo "**$1, missed**"
    fi
}

# A line of the table: what, limit, beside, ours, ratio, part.
row() {
    printf '| %s; Hibernate %s | %s | %s | %s | %s | `benchmarks/model.sh %s %s` |\n' \
        "$1" "${version%.Final}" "$2" "$3" "$4" "$5" "$count" "$6" | tee -a "$all_results/table.md"
}

check_round() {
    local package=dev.migrate.benchmarks
    once_java metadata "$with_entities" $package.BootMetadata "$model/classes"
    once_java validation "$with_entities" $package.ValidateSchema "$url" "$model/classes"
    once_java update "$with_entities" $package.SchemaScript update "$url" "$model/classes" "$runs/update.sql"
    once_java check "$with_entities" $package.CheckEntities "$url" "$model/classes"
}

# The statements that the server logs of one check.
statements() {
    local pattern="^$database LOG:  \(statement\|execute\)" before after
    psql -q postgres -c "ALTER SYSTEM SET log_line_prefix = '%d '" -c "SELECT pg_reload_conf()" >/dev/null
    psql -q postgres -c "ALTER DATABASE $database SET log_statement = 'all'"
    before=$(grep -c "$pattern" "$pg_data/log" || true)
    java -Xmx512m -cp "$with_entities" dev.migrate.benchmarks.CheckEntities "$url" "$model/classes" \
        >"$runs/statements.out" 2>"$runs/statements.log" || true
    after=$(grep -c "$pattern" "$pg_data/log" || true)
    psql -q postgres -c "ALTER DATABASE $database RESET log_statement"
    echo $((after - before))
}

check() {
    in_rounds check_round
    local metadata ours sent
    metadata=$(median metadata)
    ours=$(median check)
    sent=$(statements)
    row "check of $(grouped "$count") tables, a new process" 1.25 \
        "Hibernate's metadata alone: $(ms metadata); its validation: $(ms validation); its update as a script: $(ms update)" \
        "$(ms check)" \
        "$(judged "$(ratio "$ours" "$metadata")" 1.25); validation $(ratio "$(median validation)" "$metadata"), update $(ratio "$(median update)" "$metadata")" \
        check
    row "memory of the same" 1.2 \
        "metadata: $(mib metadata); validation: $(mib validation); update: $(mib update)" \
        "$(mib check)" "$(judged "$(ratio "$(median check 2)" "$(median metadata 2)")" 1.2)" check
    row "statements of the same" 40 "" "$sent" "$(if ((sent <= 40)); then echo "**met**"; else echo "**missed**"; fi)" check
}

catalog_round() {
    once_java catalog "$class_path" dev.migrate.benchmarks.ReadCatalog "$database"
    if ((round > 0)); then
        cat "$runs/catalog.out" >>"$runs/catalog-first"
    fi
    once pg_dump pg_dump -s "$database"
}

catalog() {
    in_rounds catalog_round
    java -cp "$class_path" org.openjdk.jmh.Main CatalogBenchmark -p database="$database" -f 1 -bm avgt \
        -wi "${RUNS:-5}" -i "${RUNS:-5}" -w 1 -r 1 -rf json -rff "$runs/warm.json" >"$runs/warm.log"
    local dump warm
    dump=$(median pg_dump)
    warm='(.[] | select(.benchmark | endswith(".%s")) | .primaryMetric.score | round) | tostring'
    jq -r "${warm/\%s/read}" "$runs/warm.json" >"$runs/catalog-warm"
    jq -r "${warm/\%s/pgDump}" "$runs/warm.json" >"$runs/pg_dump-warm"
    row "reading the catalog, first in a process" 0.9 "\`pg_dump -s\`: $(ms pg_dump)" "$(ms catalog-first)" \
        "$(judged "$(ratio "$(median catalog-first)" "$dump")" 0.9)" catalog
    row "the same with the start of Java" "" "the same" "$(ms catalog)" "$(ratio "$(median catalog)" "$dump")" catalog
    row "the same, warmed up" 0.4 "$(ms pg_dump-warm)" "$(ms catalog-warm)" \
        "$(judged "$(ratio "$(median catalog-warm)" "$(median pg_dump-warm)")" 0.4)" catalog
}

# Writes the revision that creates everything, anew.
write_revision() {
    rm -rf "$new"
    mkdir -p "$new"
    once_java autogenerate "$with_entities" dev.migrate.benchmarks.AutogenerateEntities "$model/classes" "$new"
}

autogenerate_round() {
    write_revision
    if [ -f "$runs/autogenerate.failed" ]; then
        return
    fi
    if ! [ -f "$runs/down.sql" ]; then
        java -cp "$new/classes:$class_path" dev.migrate.benchmarks.Script >"$runs/up.sql" 2>"$runs/script.log"
        java -cp "$new/classes:$class_path" dev.migrate.benchmarks.Script downgrade >"$runs/down.sql" 2>>"$runs/script.log"
    fi
    fresh_database model_new
    once psql psql -qX -v ON_ERROR_STOP=1 -d model_new -f "$runs/up.sql" -f "$runs/down.sql" -f "$runs/up.sql"
}

autogenerate() {
    in_rounds autogenerate_round
    row "autogenerate of $(grouped "$count") new tables, its proof included" 3 \
        "psql with its SQL, up, down, up: $(ms psql)" "$(ms autogenerate)" \
        "$(judged "$(ratio "$(median autogenerate)" "$(median psql)")" 3)" autogenerate
}

flyway() {
    once_java "flyway-$1" "$target/model-flyway/classes:$target/model-lib/flyway/*" RunFlyway "$@" "$runs/flyway"
}

liquibase() {
    once_java "liquibase-$1" "$target/model-liquibase/classes:$target/model-lib/liquibase/*" RunLiquibase "$@"
}

peers_round() {
    fresh_database model_flyway
    flyway migrate "$(jdbc_url model_flyway)"
    flyway info "$(jdbc_url model_flyway)"
    fresh_database model_liquibase
    liquibase update "$(jdbc_url model_liquibase)" "$runs/liquibase"
    liquibase diff "$(jdbc_url model_liquibase)" "$url"
    fresh_database model_upgrade
    once_java upgrade "$new/classes:$class_path" dev.migrate.benchmarks.Upgrade "$(jdbc_url model_upgrade)"
    once_java upgrade-again "$new/classes:$class_path" dev.migrate.benchmarks.Upgrade "$(jdbc_url model_upgrade)"
    once_java check "$with_entities" dev.migrate.benchmarks.CheckEntities "$url" "$model/classes"
}

peers() {
    local peer
    for peer in flyway liquibase; do
        dependencies "$peer" "$peer" compile
        mkdir -p "$runs/$peer"
    done
    if ! [ -d "$new/classes" ]; then
        write_revision
    fi
    cp "$model/tables.sql" "$runs/flyway/V1__all.sql"
    (
        echo '--liquibase formatted sql'
        echo '--changeset model:1'
        cat "$model/tables.sql"
    ) >"$runs/liquibase/changelog.sql"
    rm -f "$runs/check"
    in_rounds peers_round
    row "applying $(grouped "$count") new tables" "" \
        "Flyway \`migrate\`: $(ms flyway-migrate); Liquibase \`update\`: $(ms liquibase-update)" "$(ms upgrade)" \
        "$(ratio "$(median upgrade)" "$(median flyway-migrate)"), $(ratio "$(median upgrade)" "$(median liquibase-update)")" peers
    row "nothing to apply" "" "Flyway \`info\`: $(ms flyway-info)" "$(ms upgrade-again)" \
        "$(ratio "$(median upgrade-again)" "$(median flyway-info)")" peers
    row "comparing" "" "Liquibase \`diff\` of two databases: $(ms liquibase-diff)" "check: $(ms check)" \
        "$(ratio "$(median check)" "$(median liquibase-diff)")" peers
}

rm -rf "$all_results"
mkdir -p "$all_results"
printf '%s\n' '| what | limit | beside | ours | ratio | command |' '|---|---|---|---|---|---|' | tee "$all_results/table.md"
for each in ${HIBERNATE:-6.6.56.Final 7.4.6.Final}; do
    prepare "$each"
    for part in $parts; do
        "$part"
    done
done

# What failed beside Migrate is in the table only.
if compgen -G "$all_results/*/check.failed" >/dev/null || compgen -G "$all_results/*/autogenerate.failed" >/dev/null; then
    exit 1
fi
