#!/usr/bin/env bash
# The main job on the quickstart's eight entities, with an embedded PostgreSQL: needs a JDK and Maven, nothing else.
# Everything it makes is under target/quickstart, Migrate's own snapshot excepted, which is installed like any other.
# Its arguments are handed to each Maven: ./quickstart.sh -Dmaven.repo.local=/tmp/repository
set -euo pipefail
cd "$(dirname "$0")"
root=$PWD
project=$root/target/quickstart
repository=$HOME/.m2/repository
for argument in "$@"; do
    case $argument in -Dmaven.repo.local=*) repository=${argument#*=} ;; esac
done
maven=(-B -ntp "$@")
# Short runs don't live to see what the second compiler makes of them.
export MAVEN_OPTS=${MAVEN_OPTS:--XX:TieredStopAtLevel=1 -XX:+UseSerialGC}

# Colours on a terminal, and nowhere else: Maven can't know, since its output goes through a filter.
escape=$'\033'
if [ -t 1 ]; then
    bold="$escape[1m" plain="$escape[0m" colours=''
    maven+=(-Dstyle.color=always -Dmaven.style.color=always)
else
    bold='' plain='' colours="s/$escape\\[[0-9;]*m//g;"
fi
# Maven's frame around the goal's own lines.
frame='--- |>>> |<<< |Scanning |Building |Total time|Finished at|BUILD SUCCESS|-----|skip non|Using .UTF-8|Nothing to compile|Recompiling|Compiling|Copying'
c="($escape\\[[0-9;]*m)*"
filter="$colours/^$c\\[${c}INFO$c\\] *$c($frame|\$)/d; /^$c\$/d"

say() { printf '\n%s%s%s\n' "$bold" "$*" "$plain"; }

# A command as it can be pasted: what has spaces is quoted.
typed() {
    for word in "$@"; do
        case $word in
            *[!A-Za-z0-9_./:=,+-]*) printf " %s='%s'" "${word%%=*}" "${word#*=}" ;;
            *) printf ' %s' "$word" ;;
        esac
    done
}

# Shows a command as it is typed, then runs it.
run() {
    say "\$$(typed "$@")"
    "$@" "${maven[@]}" 2>&1 | sed -E "$filter"
}

# Whether what is installed was built here, from these sources.
installed() {
    local jar=$repository/dev/migrate/migrate-maven-plugin/0.1.0-SNAPSHOT/migrate-maven-plugin-0.1.0-SNAPSHOT.jar
    local stamp=$root/target/quickstart.installed
    [ -f "$jar" ] && [ -f "$stamp" ] && ! [ "$jar" -nt "$stamp" ] && [ "$(cat "$stamp")" = "$repository" ] &&
        [ -z "$(find pom.xml migrate-engine/pom.xml migrate-engine/src/main autogen/pom.xml autogen/src/main \
            migrate-commands/pom.xml migrate-commands/src/main migrate-maven-plugin/pom.xml migrate-maven-plugin/src/main \
            -newer "$stamp" -print -quit)" ]
}

if ! installed; then
    say "Building Migrate (the first time downloads what it needs)"
    mvn -q -Pquick install -pl migrate-maven-plugin -am "${maven[@]}"
    mkdir -p "$root/target"
    printf '%s\n' "$repository" > "$root/target/quickstart.installed"
fi

say "A project with eight entities: $project"
rm -rf "$project"
mkdir -p "$project"
cp -R src-it/quickstart/pom.xml src-it/quickstart/src "$project"
# What the integration build fills in: @version.hibernate@ and its like are properties of the root POM.
for name in $(grep -o '@[a-z.-]*@' "$project/pom.xml" | tr -d @ | sort -u); do
    value=$(sed -n "s|.*<${name#project.}>\(.*\)</${name#project.}>.*|\1|p" pom.xml | head -1)
    sed -i.bak "s/@$name@/$value/" "$project/pom.xml"
done
rm "$project/pom.xml.bak"
say "\$ cd $project"
cd "$project"
entities=src/main/java/com/example/agents
migrations=src/main/java/db/migrations
ls -x $entities

say "1. The first migration, written from the entities"
run mvn migrate:autogenerate -Dmigrate.message="Create the agent platform" -Dmigrate.revId=0001
say "\$ grep -A 23 'void upgrade' $migrations/R0001_CreateTheAgentPlatform.java"
grep -A 23 'void upgrade' $migrations/R0001_CreateTheAgentPlatform.java

say "2. Apply it; nothing is missing then, and a second autogenerate writes nothing"
run mvn migrate:upgrade migrate:check migrate:autogenerate -Dmigrate.url=embedded

say "3. Change the entities: a NOT NULL column with a default, an index, a wider varchar, another enum constant"
cp -R $entities "$project/target/before"
sed -i.bak -e 's/length = 120)/length = 200)/' \
    -e 's|    @Version|    @Column(name = "max_retries", nullable = false)\n    @ColumnDefault("3")\n    private int maxRetries;\n\n    @Version|' \
    -e 's|@Index(name = "ix_agents_created_at"|@Index(name = "ix_agents_name", columnList = "name"),\n            &|' $entities/Agent.java
sed -i.bak -e 's/    RETIRED/    RETIRED,\n    SUSPENDED/' $entities/AgentStatus.java
rm $entities/*.bak
# diff says by 1 that there are differences.
{ diff -r -U0 target/before $entities || [ $? = 1 ]; } | grep '^[-+][^-+]'
run mvn migrate:autogenerate -Dmigrate.message="Limit retries" -Dmigrate.revId=0002 -Dmigrate.url=embedded
say "\$ sed -n '/@Override/,\$p' $migrations/R0002_LimitRetries.java"
sed -n '/@Override/,$p' $migrations/R0002_LimitRetries.java

say "4. Apply it, and look where the database is"
run mvn migrate:upgrade migrate:check migrate:history -Dmigrate.url=embedded -Dmigrate.indicateCurrent

say "5. All the way back: the database is empty again"
run mvn migrate:downgrade migrate:current -Dmigrate.revision=base -Dmigrate.url=embedded

say "Done. The project is yours to play with: $project"
