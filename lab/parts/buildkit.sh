# BuildKit 0.31.0 as the image of a container builder, in the lab's registry. Only when asked for.
BUILDKIT_VERSION=v0.31.0
buildkit_reference() { printf '%s/moby/buildkit:%s' "$(registry_address)" "$BUILDKIT_VERSION"; }
buildkit_marker() { printf '%s/buildkit-%s' "$CACHE/registry" "$(sha256sum "$LAB/parts/buildkit.sh" | cut -c1-12)"; }
part_ready() {
  [ -e "$(buildkit_marker)" ] && curl -fsS --max-time 5 -o /dev/null -H 'Accept: application/vnd.docker.distribution.manifest.v2+json' -H 'Accept: application/vnd.oci.image.manifest.v1+json' \
    "http://$(registry_address)/v2/moby/buildkit/manifests/$BUILDKIT_VERSION"
}
part_says() { buildkit_reference; }
part_help() { echo 'the Go module proxy must be reached, and docker be allowed to import an image'; }
part_make() {
  local name root=$SCRATCH/buildkit
  for name in buildkitd buildctl; do
    go_tool "$name" github.com/moby/buildkit "$BUILDKIT_VERSION" "github.com/moby/buildkit/cmd/$name" \
      "-s -w -X github.com/moby/buildkit/version.Version=$BUILDKIT_VERSION" || return 1
  done
  rm -rf "$root" && mkdir -p "$root/usr/bin" "$root/etc/buildkit" || return 1
  for name in buildkitd buildctl; do cp "$(readlink -f "$BIN/$name")" "$root/usr/bin/$name" || return 1; done
  printf 'FROM %s/library/debian:bookworm-slim\nRUN apt-get update && apt-get install -y --no-install-recommends runc git && rm -rf /var/lib/apt/lists/*\nCOPY usr /usr\nCOPY etc /etc\nVOLUME /var/lib/buildkit\nENTRYPOINT ["buildkitd"]\n' "$(registry_address)" >"$root/Dockerfile"
  docker buildx build --provenance=false --output "type=image,name=$(buildkit_reference),push=true,store=false" "$root" || return 1
  rm -rf "$root"
  touch "$(buildkit_marker)"
}
