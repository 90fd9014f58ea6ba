# A Docker engine with the containerd image store: the machine's where one answers, else Debian's from sid.
part_ready() { docker version && docker buildx version && docker compose version; }
part_says() { docker version --format '{{.Server.Version}}, {{.Client.Version}}'; docker buildx version | awk '{print $2}'; }
part_help() { echo "Debian's packages docker.io, docker-cli, docker-buildx and docker-compose must be installable from sid, and dockerd must be allowed to start here"; }

part_make() {
  if ! docker version; then
    engine_packages || return 1
    engine_start || return 1
  fi
}

# sid as an added source with a low pin; the mirror's address is the one this machine already uses.
engine_packages() {
  if [ -x /usr/sbin/dockerd ] && /usr/bin/docker buildx version && /usr/bin/docker compose version; then
    engine_links
    return
  fi
  local mirror
  mirror=$(grep -rhoE '^(URIs: *|deb (\[[^]]*\] )?)https?://[^ ]+/debian/?( |$)' /etc/apt/sources.list /etc/apt/sources.list.d 2>/dev/null | grep -oE 'https?://[^ ]+' | head -n 1)
  [ -n "$mirror" ] || { echo 'no Debian mirror in the machine'"'"'s sources'; return 1; }
  printf 'Types: deb\nURIs: %s\nSuites: sid\nComponents: main\nSigned-By: /usr/share/keyrings/debian-archive-keyring.gpg\n' "$mirror" >/etc/apt/sources.list.d/plimsoll-lab-sid.sources
  printf 'Package: *\nPin: release n=sid\nPin-Priority: 50\n' >/etc/apt/preferences.d/plimsoll-lab-sid
  apt_update_once || return 1
  DEBIAN_FRONTEND=noninteractive thrice apt-get install -y -q --no-install-recommends -t sid \
    docker.io docker-cli docker-buildx docker-compose containerd runc iptables || return 1
  engine_links
}

# The machine may have a client of its own first on PATH, without a daemon and of another version.
engine_links() { ln -sfn /usr/bin/docker "$BIN/docker"; hash -r; }

engine_start() {
  [ -s "$REGISTRY_PORT_FILE" ] || free_port >"$REGISTRY_PORT_FILE"
  printf '{"features": {"containerd-snapshotter": true}, "registry-mirrors": ["http://%s"]}\n' "$(registry_address)" >"$RUN/engine.json"
  daemon engine /var/run/docker.sock "$CACHE/engine"
}
