# Stand-ins for the base images that no registry here serves, made of Debian's own packages and pushed
# to the lab's registry, which the engine asks as its mirror: an unchanged FROM finds them.
BASES=(debian:bookworm-slim python:3.11-slim node:24-bookworm-slim distroless-nodejs24:nonroot busybox:latest)

bases_marker() { printf '%s/bases-%s' "$CACHE/registry" "$(sha256sum "$LAB/parts/bases.sh" | cut -c1-12)"; }

part_ready() {
  [ -e "$(bases_marker)" ] || return 1
  local base
  for base in "${BASES[@]}"; do
    curl -fsS --max-time 5 -o /dev/null -H 'Accept: application/vnd.docker.distribution.manifest.v2+json' -H 'Accept: application/vnd.oci.image.manifest.v1+json' \
      "http://$(registry_address)/v2/library/${base%:*}/manifests/${base#*:}" || return 1
  done
}
part_says() { echo "${BASES[*]}"; }
part_help() { echo "Debian's mirror must be reached and debootstrap be allowed to run as root"; }

part_make() {
  command -v debootstrap || { apt_update_once && apt_install debootstrap; } || return 1
  local root=$SCRATCH/bases
  rm -rf "$root" && mkdir -p "$root" || return 1
  base_debian "$root/debian" || return 1
  push_base "$root/debian" debian:bookworm-slim 'CMD ["bash"]' || return 1
  base_python "$root" && base_node "$root" && base_distroless "$root" && base_busybox "$root" || return 1
  rm -rf "$root"
  touch "$(bases_marker)"
}

# push_base FOLDER NAME:TAG [CHANGE...]: a root file system becomes an image of one layer.
push_base() {
  local folder=$1 reference changes=() change
  reference=$(registry_address)/library/$2; shift 2
  for change in 'ENV PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin' "$@"; do changes+=(--change "$change"); done
  tar --numeric-owner --xattrs -C "$folder" -c . | docker import "${changes[@]}" - "$reference" && docker push -q "$reference" && docker rmi "$reference"
}

debian_mirror() {
  grep -rhoE 'https?://[^ ]+/debian/?( |$)' /etc/apt/sources.list /etc/apt/sources.list.d 2>/dev/null | tr -d ' ' | head -n 1
}

base_debian() {
  local mirror
  mirror=$(debian_mirror)
  thrice debootstrap --variant=minbase --include=ca-certificates bookworm "$1" "$mirror" || return 1
  printf 'deb %s bookworm main\ndeb %s bookworm-updates main\n' "$mirror" "$mirror" >"$1/etc/apt/sources.list"
  local security=${mirror%/debian*}/debian-security
  printf 'deb %s bookworm-security main\n' "$security" >>"$1/etc/apt/sources.list"
  in_root "$1" sh -c 'apt-get update && apt-get -y upgrade' || return 1
  slim "$1"
}

# What the real slim images leave out: lists, archives, documentation, locales, manuals.
slim() {
  rm -rf "$1"/var/lib/apt/lists/* "$1"/var/cache/apt/*.bin "$1"/var/cache/apt/archives/*.deb "$1"/var/cache/debconf/*-old \
    "$1"/var/lib/dpkg/*-old "$1"/var/log/*.log "$1"/var/log/apt "$1"/usr/share/locale/* "$1"/usr/share/man/* "$1"/usr/share/info/*
  find "$1/usr/share/doc" -type f ! -name copyright -delete
  rm -f "$1/etc/resolv.conf" "$1/etc/hostname"
}

in_root() {
  local root=$1; shift
  cp /etc/resolv.conf "$root/etc/resolv.conf"
  DEBIAN_FRONTEND=noninteractive LC_ALL=C chroot "$root" "$@"
}

base_python() {
  cp -a "$1/debian" "$1/python"
  in_root "$1/python" sh -c 'apt-get update && apt-get install -y --no-install-recommends python3 python3-venv python3-pip' || return 1
  slim "$1/python"
  rm -f "$1"/python/usr/lib/python3*/EXTERNALLY-MANAGED
  for name in python python3; do ln -sfn /usr/bin/python3.11 "$1/python/usr/local/bin/$name"; done
  for name in pip pip3; do ln -sfn /usr/bin/pip3 "$1/python/usr/local/bin/$name"; done
  push_base "$1/python" python:3.11-slim 'ENV LANG=C.UTF-8' 'CMD ["python3"]'
}

# The node binary and npm that the lab itself runs on.
base_node() {
  cp -a "$1/debian" "$1/node"
  in_root "$1/node" sh -c 'apt-get update && apt-get install -y --no-install-recommends libstdc++6' || return 1
  slim "$1/node"
  local modules
  modules=$(dirname "$(dirname "$(dirname "$(readlink -f "$BIN/node")")")")
  cp "$(readlink -f "$BIN/node")" "$1/node/usr/local/bin/node"
  mkdir -p "$1/node/usr/local/lib/node_modules"
  cp -a "$modules/npm" "$1/node/usr/local/lib/node_modules/npm"
  for name in npm npx; do ln -sfn "../lib/node_modules/npm/bin/$name-cli.js" "$1/node/usr/local/bin/$name"; done
  in_root "$1/node" sh -c 'groupadd --gid 1000 node && useradd --uid 1000 --gid node --shell /bin/bash --create-home node' || return 1
  rm -f "$1/node/etc/resolv.conf"
  push_base "$1/node" node:24-bookworm-slim 'CMD ["node"]'
}

# A few packages, their status entries as distroless images have them, the node binary, a user. No shell.
base_distroless() {
  local to=$1/distroless package file
  mkdir -p "$to/var/lib/dpkg/status.d" "$to/nodejs/bin" "$to/home/nonroot" "$to/tmp" "$to/etc" "$to/usr/lib" "$to/usr/bin" "$to/usr/sbin"
  for name in lib bin sbin; do ln -s "usr/$name" "$to/$name"; done
  mkdir -p "$to/usr/lib64" && ln -s usr/lib64 "$to/lib64"
  in_root "$1/node" sh -c 'apt-get update && apt-get install -y --no-install-recommends tzdata netbase' || return 1
  for package in base-files libc6 libgcc-s1 gcc-12-base libstdc++6 ca-certificates tzdata netbase; do
    dpkg --root="$1/node" --status "$package" >"$to/var/lib/dpkg/status.d/$package" || return 1
    dpkg --root="$1/node" --listfiles "$package" | grep -vE '/(man|locale|info|lintian|gconv)(/|$)' >"$SCRATCH/files"
    while read -r file; do
      if [ -f "$1/node$file" ] || [ -h "$1/node$file" ]; then [ -d "$1/node$file" ] || echo ".$file"; fi
    done <"$SCRATCH/files" >"$SCRATCH/files.tar"
    tar -C "$1/node" -c --files-from="$SCRATCH/files.tar" | tar -x --keep-directory-symlink -C "$to" || return 1
  done
  cp -a "$1/node/etc/ssl/certs" "$to/etc/ssl/certs" 2>/dev/null || { mkdir -p "$to/etc/ssl" && cp -a "$1/node/etc/ssl/certs" "$to/etc/ssl/certs"; }
  cp "$(readlink -f "$BIN/node")" "$to/nodejs/bin/node"
  printf 'root:x:0:0:root:/root:/sbin/nologin\nnobody:x:65534:65534:nobody:/nonexistent:/sbin/nologin\nnonroot:x:65532:65532:nonroot:/home/nonroot:/sbin/nologin\n' >"$to/etc/passwd"
  printf 'root:x:0:\nnobody:x:65534:\nnonroot:x:65532:\n' >"$to/etc/group"
  chmod 1777 "$to/tmp" && chown 65532:65532 "$to/home/nonroot"
  push_base "$to" distroless-nodejs24:nonroot 'ENV PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/nodejs/bin' \
    'ENV SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt' 'USER 65532' 'WORKDIR /home/nonroot' 'ENTRYPOINT ["/nodejs/bin/node"]'
}

# A shell and small tools in one static binary, for builds that take no time.
base_busybox() {
  local to=$1/busybox
  mkdir -p "$to/bin" "$to/etc" "$to/tmp" "$to/root"
  (cd "$SCRATCH" && rm -f busybox-static_*.deb && apt_update_once && thrice apt-get download busybox-static && dpkg-deb -x busybox-static_*.deb "$SCRATCH/busybox-deb") || return 1
  install -m 755 "$(find "$SCRATCH/busybox-deb" -path '*bin/busybox' -type f | head -n 1)" "$to/bin/busybox" || return 1
  local applet
  for applet in $("$to/bin/busybox" --list); do [ "$applet" = busybox ] || ln -sfn busybox "$to/bin/$applet"; done
  printf 'root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/:/bin/false\n' >"$to/etc/passwd"
  printf 'root:x:0:\nnogroup:x:65534:\n' >"$to/etc/group"
  chmod 1777 "$to/tmp"
  rm -rf "$SCRATCH/busybox-deb"
  push_base "$to" busybox:latest 'CMD ["sh"]'
}
