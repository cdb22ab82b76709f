#!/usr/bin/env bash
# Makes a release in a local staging repository, ready to be uploaded, and proves it as a stranger would.
#
#   ./release.sh 0.1.0        of the last commit; signs with gpg's default key (GPG_KEY names another one)
#   ./release.sh --rehearse   of the last commit as version 0.0.0, with a key made for it: nothing is kept but target/release
#
# What it does: sets the version in a clone under target/release, builds twice and compares the jars, signs, checks that each
# artifact is complete, and follows the README's lines in a new project with an empty local repository. Other arguments are
# handed to each Maven. It uploads nothing, and changes neither branch nor tag.
set -euo pipefail
cd "$(dirname "$0")"
root=$PWD
work=$root/target/release
staging=$work/staging
version=${1:?"Which version? ./release.sh 0.1.0, or ./release.sh --rehearse"}
shift
maven=(mvn -B -q -ntp -Dstyle.color=never "$@")
modules='!src-it,!benchmarks'

say() { printf '\n%s\n' "$*"; }
fail() { printf '%s\n' "$*" >&2; exit 1; }

rm -rf "$work"
mkdir -p "$work"
if [ "$version" = --rehearse ]; then
    version=0.0.0
    export GNUPGHOME=$work/gnupg
    mkdir -m 700 "$GNUPGHOME"
    trap 'gpgconf --kill gpg-agent' EXIT
    gpg --batch --quiet --passphrase '' --quick-generate-key 'Rehearsal <rehearsal@migrate.dev>' default default never
else
    [[ $version =~ ^[0-9]+\.[0-9]+\.[0-9]+$ ]] || fail "$version is no version; expected three numbers, like 0.1.0."
    [ -z "$(git status --porcelain)" ] || fail "There are changes that aren't committed: commit them, or put them aside."
    grep -q "^## \[$version\] - 20[0-9-]*$" CHANGELOG.md ||
        fail "CHANGELOG.md has no section '## [$version] - $(date +%F)': rename the section Unreleased."
fi

say "Version $version, of $(git log -1 --format='%h %s')"
git clone -q "$root" "$work/source"
cd "$work/source"
"${maven[@]}" org.codehaus.mojo:versions-maven-plugin:2.18.0:set -DnewVersion="$version" -DgenerateBackupPoms=false \
    -DprocessAllModules
sed -i "s/0\.1\.0-SNAPSHOT/$version/" README.md
git grep -q -e '-SNAPSHOT</version>' -- '*/pom.xml' pom.xml ':!src-it' ':!benchmarks' &&
    fail "A POM still names a snapshot: $(git grep -l -e '-SNAPSHOT</version>' -- '*/pom.xml' pom.xml ':!src-it' ':!benchmarks')"

say "Build, sources, Javadoc, SBOM, signatures"
"${maven[@]}" deploy -Prelease -pl "$modules" -DskipTests ${GPG_KEY:+-Dgpg.keyname="$GPG_KEY"} \
    -DaltDeploymentRepository="staging::file://$staging"

say "The same again, byte by byte"
(cd "$staging" && find . -name '*.jar' -exec sha256sum {} + | sort -k 2) >"$work/first.sha256"
"${maven[@]}" clean deploy -Prelease -pl "$modules" -DskipTests -Dgpg.skip \
    -DaltDeploymentRepository="again::file://$work/again"
(cd "$work/again" && find . -name '*.jar' -exec sha256sum {} + | sort -k 2) >"$work/second.sha256"
diff "$work/first.sha256" "$work/second.sha256" || fail "Two builds of the same commit differ in these jars."
rm -rf "$work/again"

say "What a public repository asks for"
missing=0
for pom in "$staging"/dev/migrate/*/"$version"/*.pom; do
    artifact=${pom%.pom}
    needed=(.pom)
    [ -e "$artifact.jar" ] && needed+=(.jar -sources.jar -javadoc.jar -cyclonedx.json)
    for suffix in "${needed[@]}"; do
        for file in "$artifact$suffix" "$artifact$suffix.asc" "$artifact$suffix.sha1"; do
            [ -s "$file" ] || { echo "missing: ${file#"$staging"/}"; missing=1; }
        done
        gpg --quiet --verify "$artifact$suffix.asc" "$artifact$suffix" 2>/dev/null || { echo "bad signature: $artifact$suffix"; missing=1; }
    done
    [ -e "$artifact.jar" ] || continue
    for file in META-INF/LICENSE META-INF/NOTICE; do
        unzip -l "$artifact.jar" "$file" >/dev/null || { echo "missing in $artifact.jar: $file"; missing=1; }
    done
done
[ $missing = 0 ] || fail "The release isn't complete."
find "$staging" -name '*.pom' | sed "s|$staging/||; s|^|  |" | sort

say "As a stranger: the README's lines in a new project, with an empty local repository"
project=$work/stranger
mkdir -p "$project/src/main/java/com/example"
snippet() { # the README's nth block in XML
    awk -v n="$1" '/^```xml$/ { i++; next } /^```$/ { open = 0 } { if (i == n && !done) { if (/^```/) done = 1; else print } } /^```$/ { if (i == n) done = 1 }' \
        "$work/source/README.md"
}
cat >"$project/pom.xml" <<POM
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>com.example</groupId>
  <artifactId>stranger</artifactId>
  <version>1</version>
  <properties>
    <maven.compiler.source>17</maven.compiler.source>
    <maven.compiler.target>17</maven.compiler.target>
    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
  </properties>
  <dependencies>
    $(snippet 1 | sed "s/migrate-spring-boot-starter/migrate-engine/") <!-- as it says of other applications -->
    <dependency>
      <groupId>org.hibernate.orm</groupId>
      <artifactId>hibernate-core</artifactId>
      <version>6.6.56.Final</version>
    </dependency>
  </dependencies>
  <build>
    <plugins>
      $(snippet 2)
    </plugins>
  </build>
</project>
POM
cat >"$project/src/main/java/com/example/Agent.java" <<'JAVA'
package com.example;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;

@Entity
class Agent {
    @Id
    @GeneratedValue
    Long id;

    String name;
}
JAVA
cat >"$work/settings.xml" <<SETTINGS
<settings>
  <profiles>
    <profile>
      <id>staging</id>
      <repositories><repository><id>staging</id><url>file://$staging</url></repository></repositories>
      <pluginRepositories><pluginRepository><id>staging</id><url>file://$staging</url></pluginRepository></pluginRepositories>
    </profile>
  </profiles>
  <activeProfiles><activeProfile>staging</activeProfile></activeProfiles>
</settings>
SETTINGS
cd "$project"
stranger=(mvn -B -ntp -s "$work/settings.xml" -Dmaven.repo.local="$work/repository" -Dstyle.color=never "$@")
"${stranger[@]}" -q compile migrate:help >"$work/downloads.log" || fail "$(cat "$work/downloads.log")"
start=$(date +%s)
"${stranger[@]}" migrate:autogenerate -Dmigrate.message='First' | grep -E 'Added|Wrote|Tried'
"${stranger[@]}" migrate:upgrade -Dmigrate.url=embedded | grep -E 'Upgraded'
"${stranger[@]}" migrate:check -Dmigrate.url=embedded | grep -E 'No changes'
say "Its first migration took $(($(date +%s) - start)) s beyond most downloads: $(echo src/main/java/db/migrations/*.java)"
say "Ready: $staging"
