#!/usr/bin/env bash
# The main job on the quickstart's eight entities, with an embedded PostgreSQL: needs a JDK and Maven, nothing else.
# Everything it makes is under target/quickstart, Migrate's own snapshot excepted, which is installed like any other.
# Its arguments are handed to each Maven: ./quickstart.sh -Dmaven.repo.local=/tmp/repository
set -euo pipefail
cd "$(dirname "$0")"
root=$PWD
arguments=("$@")
project=$root/target/quickstart

say() { printf '\n\033[1m%s\033[0m\n' "$*"; }

# Shows a command as it is typed, then runs it; Maven's frame around the goal's own lines is left out.
run() {
    say "\$ $*"
    "$@" -B -ntp ${arguments[@]+"${arguments[@]}"} 2>&1 | sed -E 's/\x1b\[[0-9;]*m//g; /^(\[INFO\] *$|\[INFO\] (---|>>>|<<<|Scanning|Building|Total time|Finished at|BUILD SUCCESS|skip non|Using .UTF-8|Nothing to compile|Recompiling|Compiling|Error stacktraces))/d; /^$/d'
}

say "Building Migrate"
mvn -B -ntp -q install -DskipTests -Dspotless.check.skip -pl migrate-maven-plugin -am "$@"

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
cd "$project"
entities=src/main/java/com/example/agents
migrations=src/main/java/db/migrations
ls $entities

say "1. The first migration, written from the entities"
run mvn migrate:autogenerate -Dmigrate.message="Create the agent platform" -Dmigrate.revId=0001
say "\$ cat $migrations/R0001_CreateTheAgentPlatform.java"
cat $migrations/R0001_CreateTheAgentPlatform.java

say "2. Apply it; nothing is missing then, and a second autogenerate writes nothing"
run mvn migrate:upgrade -Dmigrate.url=embedded
run mvn migrate:check -Dmigrate.url=embedded
run mvn migrate:autogenerate -Dmigrate.message="Nothing to do" -Dmigrate.url=embedded

say "3. Change the entities: a NOT NULL column with a default, an index, a wider varchar, another enum constant"
cp -R $entities "$project/target/before"
sed -i.bak -e 's/length = 120)/length = 200)/' \
    -e 's|    @Version|    @Column(name = "max_retries", nullable = false)\n    @ColumnDefault("3")\n    private int maxRetries;\n\n    @Version|' \
    -e 's|@Index(name = "ix_agents_created_at"|@Index(name = "ix_agents_name", columnList = "name"),\n            &|' $entities/Agent.java
sed -i.bak -e 's/    RETIRED/    RETIRED,\n    SUSPENDED/' $entities/AgentStatus.java
rm $entities/*.bak
diff -r "$project/target/before" $entities || true
run mvn migrate:autogenerate -Dmigrate.message="Limit retries" -Dmigrate.revId=0002 -Dmigrate.url=embedded
say "\$ cat $migrations/R0002_LimitRetries.java"
cat $migrations/R0002_LimitRetries.java

say "4. Apply it"
run mvn migrate:upgrade -Dmigrate.url=embedded
run mvn migrate:check -Dmigrate.url=embedded
run mvn migrate:history -Dmigrate.url=embedded -Dmigrate.indicateCurrent

say "5. All the way back: the database is empty again, and every table is missing"
run mvn migrate:downgrade -Dmigrate.revision=base -Dmigrate.url=embedded
run mvn migrate:current -Dmigrate.url=embedded

say "Done. The project is yours to play with: $project"
