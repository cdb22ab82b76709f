#!/usr/bin/env bash
# Starts or stops a throwaway PostgreSQL with its default settings, fsync included, except for the two named below.
#
#     benchmarks/server.sh start|stop
. "$(dirname "$0")/common.sh"

# PostgreSQL refuses to run as root.
as_server() {
    if [ "$(id -u)" -eq 0 ]; then
        runuser -u postgres -- "$@"
    else
        "$@"
    fi
}

case ${1:-} in
    start)
        mkdir -p "$pg_data"
        if [ "$(id -u)" -eq 0 ]; then
            chown postgres: "$pg_data"
        fi
        cd "$pg_data"
        if ! [ -f "$pg_data/PG_VERSION" ]; then
            as_server "$pg_bin/initdb" -D "$pg_data" -U "$PGUSER" --auth=trust --encoding=UTF8 --locale=C.UTF-8 >/dev/null
            # Room for the 3,000,000 rows, and no checkpoint in the middle of a measurement because the log is full.
            as_server tee -a "$pg_data/postgresql.conf" >/dev/null <<SETTINGS
shared_buffers = '1GB'
max_wal_size = '4GB'
unix_socket_directories = ''
SETTINGS
        fi
        as_server "$pg_bin/pg_ctl" -D "$pg_data" -o "-p $PGPORT -c max_locks_per_transaction=1024" -l "$pg_data/log" -w start >/dev/null
        ;;
    stop)
        cd "$pg_data"
        as_server "$pg_bin/pg_ctl" -D "$pg_data" -m fast -w stop >/dev/null
        ;;
    *)
        echo "usage: $0 start|stop" >&2
        exit 2
        ;;
esac
