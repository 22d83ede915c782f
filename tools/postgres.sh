#!/usr/bin/env bash
# A PostgreSQL server of one's own, to be thrown away: for the tests, and for trying an archive in PostgreSQL.
# Nothing that the system's own server keeps is touched.
#
#   tools/postgres.sh start DIR    make a server in DIR, which is made, and tell its address for JUSTERAT_DATABASE
#   tools/postgres.sh stop DIR     stop it, and remove DIR
#
# It listens on a Unix socket in DIR alone, and lets in whoever may enter DIR. What it holds does not survive a
# loss of power (fsync is off). Debian's package `postgresql` is installed by tools/setup.sh dev.
set -euo pipefail

what=${1:?say what: start or stop}
folder=$(realpath --canonicalize-missing -- "${2:?say in which folder}")

stop() { printf 'postgres: %s\n' "$*" >&2; exit 1; }

# The newest version that is installed: on PATH, else where Debian keeps it.
programs() {
    local found
    found=$(compgen -G '/usr/lib/postgresql/*/bin/initdb' | sort --version-sort | tail -n 1) ||
        found=$(command -v initdb) ||
        stop "PostgreSQL's server is not installed: run make test, or sudo apt install postgresql."
    dirname -- "$found"
}

# The server refuses to run as root: Debian's package has made a user for it.
as_server() {
    if [ "$(id -u)" -ne 0 ]; then
        "$@"
    else
        id postgres >/dev/null 2>&1 || stop "there is no user postgres: sudo apt install postgresql makes it."
        (cd / && setpriv --reuid=postgres --regid=postgres --clear-groups env --unset=HOME "$@")
    fi
}

start() {
    local bin options said
    bin=$(programs)
    mkdir -p "$folder"
    [ -z "$(ls -A "$folder")" ] || stop "$folder is not empty."
    [ "${#folder}" -lt 80 ] || stop "the name of $folder is too long for a socket in it."
    chmod 700 "$folder"
    [ "$(id -u)" -ne 0 ] || chown postgres: "$folder"
    said=$(as_server "$bin/initdb" --pgdata="$folder/data" --username=justerat --auth=trust --encoding=UTF8 \
        --locale=C.UTF-8 --no-sync --no-instructions 2>&1) || stop "initdb failed: $said"
    options="-c listen_addresses='' -c unix_socket_directories='$folder' -c max_connections=200"
    options+=" -c fsync=off -c full_page_writes=off -c synchronous_commit=off"
    as_server "$bin/pg_ctl" start --pgdata="$folder/data" --log="$folder/data/log" --options="$options" \
        --silent --wait --timeout=60 || stop "the server did not start: see $folder/data/log."
    as_server "$bin/createdb" --host="$folder" --username=justerat arkiv
    echo "postgresql+psycopg://justerat@/arkiv?host=$folder"
}

end() {
    local bin
    bin=$(programs)
    if [ -e "$folder/data/postmaster.pid" ]; then
        as_server "$bin/pg_ctl" stop --pgdata="$folder/data" --mode=immediate --silent --wait
    fi
    [ ! -e "$folder/data/PG_VERSION" ] || rm -rf -- "$folder"
}

case $what in
    start) start ;;
    stop) end ;;
    *) stop "no such thing to do: $what" ;;
esac
