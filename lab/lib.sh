# Shared by lab/up, lab/down and lab/env. Sourced, never run.
LAB=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
CACHE=${XDG_CACHE_HOME:-$HOME/.cache}/plimsoll-lab
BIN=$CACHE/bin
RUN=$CACHE/run
LOGS=$CACHE/logs
SCRATCH=$CACHE/scratch
REGISTRY_PORT_FILE=$RUN/registry.port

lab_folders() {
  mkdir -p "$BIN" "$RUN" "$LOGS" "$SCRATCH"
}

# One line per thing that was found or made, with its seconds.
say() {
  printf '%-14s %s\n' "$1" "$2" >&2
}

# fail PART SENTENCE: the one sentence that a reader gets, under the end of what the part's programs said.
fail() {
  [ -f "$LOGS/$1.log" ] && tail -n 20 "$LOGS/$1.log" | sed 's/^/    /' >&2
  printf 'lab: %s could not be brought up: %s (details: %s)\n' "$1" "$2" "$LOGS/$1.log" >&2
  exit 1
}

# Package registries have bad minutes: three tries.
thrice() {
  local try
  for try in 1 2 3; do
    "$@" && return 0
    sleep $((try * 3))
  done
  return 1
}

# built NAME RECIPE-TEXT: prints the folder that holds NAME as this recipe makes it.
built() {
  printf '%s/built/%s-%s' "$CACHE" "$1" "$(printf '%s' "$2" | sha256sum | cut -c1-12)"
}

# alive PID-FILE PROGRAM: true when the process of that file runs and is that program.
alive() {
  local pid
  pid=$(cat "$1" 2>/dev/null) || return 1
  [ -n "$pid" ] && [ "$(basename "$(readlink "/proc/$pid/exe" 2>/dev/null)")" = "$2" ]
}

# stop PID-FILE PROGRAM: ends what this lab started, and nothing else.
stop() {
  alive "$1" "$2" || { rm -f "$1"; return 0; }
  local pid waited=0
  pid=$(cat "$1")
  kill "$pid" 2>/dev/null
  while [ -e "/proc/$pid" ] && [ $waited -lt 100 ]; do sleep 0.1; waited=$((waited + 1)); done
  [ -e "/proc/$pid" ] && kill -9 "$pid" 2>/dev/null
  rm -f "$1"
  say "$(basename "$1" .pid)" 'stopped'
}

# until_ready SECONDS COMMAND...: true as soon as the command succeeds.
until_ready() {
  local deadline=$((SECONDS + $1)); shift
  until "$@" >/dev/null 2>&1; do
    [ $SECONDS -lt $deadline ] || return 1
    sleep 0.2
  done
}

# daemon NAME SOCKET DATA-ROOT OPTION...: starts a dockerd and waits until it answers; its log is NAME-dockerd.log.
# It keeps nothing of ours open: a lock that the caller holds would be held for as long as it runs.
# What an earlier one left in its exec root (the pid of a containerd that may be anybody's by now) goes first.
daemon() {
  local name=$1 socket=$2 data=$3 log=$LOGS/$1-dockerd.log; shift 3
  rm -rf "$RUN/$name.docker.pid" "$socket" "/var/run/plimsoll-lab-$name/containerd"
  closed setsid dockerd --config-file "$RUN/$name.json" --data-root "$data" --exec-root "/var/run/plimsoll-lab-$name" \
    --pidfile "$RUN/$name.docker.pid" -H "unix://$socket" "$@" >"$log" 2>&1 </dev/null &
  echo $! >"$RUN/$name.pid"
  until_ready 90 daemon_answers_or_died "$name" "$socket" && docker -H "unix://$socket" version && return
  tail -n 15 "$log"
  return 1
}

# closed COMMAND...: becomes the command, with the standard streams alone.
closed() {
  local fd
  for fd in /proc/self/fd/*; do
    fd=${fd##*/}
    if [ "$fd" -gt 2 ]; then eval "exec $fd>&-"; fi
  done
  exec "$@"
}

daemon_answers_or_died() {
  docker -H "unix://$2" version || ! kill -0 "$(cat "$RUN/$1.pid")"
}

free_port() {
  python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

registry_address() {
  printf '127.0.0.1:%s' "$(cat "$REGISTRY_PORT_FILE")"
}

# The certificate bundle of a machine behind an intercepting proxy; empty elsewhere.
ca_bundle() {
  local file=${SSL_CERT_FILE:-${NODE_EXTRA_CA_CERTS:-}}
  if [ -n "$file" ] && [ -f "$file" ]; then readlink -f "$file"; fi
}

# Installs Debian packages as root; elsewhere prints what to do and fails.
apt_install() {
  if [ "$(id -u)" -ne 0 ]; then
    echo "not root: run  sudo apt-get install $*" >&2
    return 1
  fi
  DEBIAN_FRONTEND=noninteractive thrice apt-get install -y -q --no-install-recommends "$@"
}

apt_update_once() {
  [ -n "${APT_UPDATED-}" ] && return 0
  thrice apt-get update -q
  APT_UPDATED=yes
}

# go_tool NAME MODULE VERSION PACKAGE [LDFLAGS]: builds a program from the Go module proxy into BIN.
go_tool() {
  local name=$1 module=$2 version=$3 package=$4 ldflags=${5:--s -w}
  local folder
  folder=$(built "$name-$version" "$module $version $package $ldflags jsonv2")
  if [ ! -x "$folder/$name" ]; then
    local work=$SCRATCH/$name
    rm -rf "$work" && mkdir -p "$work"
    printf 'module lab\n\ngo 1.26\n\nrequire %s %s\n\ntool %s\n' "$module" "$version" "$package" >"$work/go.mod"
    (cd "$work" && GOEXPERIMENT=jsonv2 CGO_ENABLED=0 thrice nice go build -mod=mod -ldflags "$ldflags" -o "$name" "$package") || return 1
    mkdir -p "$folder" && mv "$work/$name" "$folder/$name" && rm -rf "$work"
  fi
  ln -sfn "$folder/$name" "$BIN/$name"
}
