# A second engine, without the containerd image store, as ubuntu-24.04 runners have it. Only when asked for.
# It starts empty each time. Its own bridge, and no rules of its own: both engines share the machine's forwarding chain.
PLAIN_SOCKET=$RUN/engine-plain.sock
PLAIN_BRIDGE=plimsoll-plain
part_ready() { docker -H "unix://$PLAIN_SOCKET" version; }
part_says() { docker -H "unix://$PLAIN_SOCKET" info --format '{{.Driver}}, {{.ServerVersion}}'; }
part_help() { echo 'dockerd must be allowed to start a second time here, as root, with a network bridge of its own'; }
part_make() {
  stop "$RUN/engine-plain.pid" dockerd
  rm -rf "$CACHE/engine-plain"
  plain_bridge || return 1
  printf '{"features": {"containerd-snapshotter": false}, "registry-mirrors": ["http://%s"]}\n' "$(registry_address)" >"$RUN/engine-plain.json"
  daemon engine-plain "$PLAIN_SOCKET" "$CACHE/engine-plain" --bridge "$PLAIN_BRIDGE" --iptables=false --ip6tables=false
}

plain_bridge() {
  command -v ip || { apt_update_once && apt_install iproute2; } || return 1
  ip link show "$PLAIN_BRIDGE" || ip link add "$PLAIN_BRIDGE" type bridge || return 1
  [[ $(ip -4 address show dev "$PLAIN_BRIDGE") == *172.31.255.1* ]] || ip address add 172.31.255.1/24 dev "$PLAIN_BRIDGE" || return 1
  ip link set "$PLAIN_BRIDGE" up
}
