#!/usr/bin/env bash
# The approval step: "plan" writes what would run, a person reads it and approves it, "apply" runs it if it is that still.
set -euo pipefail

plan() {
    mvn -q migrate:current -Dmigrate.output=target/current
    at=$(sed -nE 's/^([^ ]+)( \(.*)?$/\1/p' target/current | paste -sd, -)
    mvn -q migrate:upgrade -Dmigrate.sql -Dmigrate.output="$1" -Dmigrate.revision="$at":head
}

case $1 in
plan)
    plan target/plan.sql
    grep -e '^-- Running' target/plan.sql
    ;;
approve)
    sha256sum < target/plan.sql > target/approved
    ;;
apply)
    plan target/now.sql
    sha256sum < target/now.sql | cmp -s - target/approved || { echo "Not approved: run ./approve.sh plan"; exit 1; }
    mvn -q migrate:upgrade
    mvn -q migrate:current
    ;;
esac
