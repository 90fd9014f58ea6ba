# Debian's docker-registry on a loopback port: base images, vulnerability database, push targets.
part_ready() { curl -fsS --max-time 2 "http://$(registry_address)/v2/"; }
part_says() { registry_address; }
part_help() { echo "Debian's package docker-registry must be installable, and its port on loopback free"; }
part_make() {
  command -v docker-registry || { apt_update_once && apt_install docker-registry; } || return 1
  stop "$RUN/registry.pid" docker-registry
  mkdir -p "$CACHE/registry"
  # The engine's mirror names this port for good, so it is kept over restarts.
  [ -s "$REGISTRY_PORT_FILE" ] || free_port >"$REGISTRY_PORT_FILE"
  cat >"$RUN/registry.yml" <<YAML
version: 0.1
log: {level: warn}
storage:
  filesystem: {rootdirectory: $CACHE/registry}
  delete: {enabled: true}
http: {addr: $(registry_address)}
YAML
  closed setsid docker-registry serve "$RUN/registry.yml" >"$LOGS/registry-server.log" 2>&1 </dev/null &
  echo $! >"$RUN/registry.pid"
  until_ready 20 part_ready
}
