# A second engine, without the containerd image store, as ubuntu-24.04 runners have it. Only when asked for.
PLAIN_SOCKET=$RUN/engine-plain.sock
PLAIN_BRIDGE=plimsoll-plain
part_ready() { docker -H "unix://$PLAIN_SOCKET" version; }
part_says() { docker -H "unix://$PLAIN_SOCKET" info --format '{{.Driver}}, {{.ServerVersion}}'; }
part_help() { echo 'dockerd must be allowed to start a second time here, as root, with a network bridge of its own'; }
part_make() {
  stop "$RUN/engine-plain.pid" dockerd
  rm -f "$PLAIN_SOCKET" "$RUN/engine-plain.docker.pid"
  # Its own bridge, and no rules of its own: both engines share the machine's forwarding chain.
  if ! ip link show "$PLAIN_BRIDGE"; then
    ip link add "$PLAIN_BRIDGE" type bridge && ip address add 172.31.255.1/24 dev "$PLAIN_BRIDGE" && ip link set "$PLAIN_BRIDGE" up || return 1
  fi
  printf '{"features": {"containerd-snapshotter": false}, "registry-mirrors": ["http://%s"]}\n' "$(registry_address)" >"$RUN/engine-plain.json"
  setsid dockerd --config-file "$RUN/engine-plain.json" --data-root "$CACHE/engine-plain" --exec-root /var/run/plimsoll-lab-plain \
    --pidfile "$RUN/engine-plain.docker.pid" -H "unix://$PLAIN_SOCKET" --bridge "$PLAIN_BRIDGE" --iptables=false --ip6tables=false \
    >"$LOGS/dockerd-plain.log" 2>&1 9>&- </dev/null &
  echo $! >"$RUN/engine-plain.pid"
  until_ready 60 part_ready
}
