# umoci: unpacks an image to a disk, so that our final tree can be held against a real one. Only when asked for.
UMOCI_VERSION=0.6.0
part_ready() { [[ $("$BIN/umoci" --version) == *"$UMOCI_VERSION"* ]]; }
part_says() { echo "$UMOCI_VERSION"; }
part_help() { echo 'Go 1.26 or newer and the Go module proxy are needed'; }
part_make() {
  go_tool umoci github.com/opencontainers/umoci "v$UMOCI_VERSION" github.com/opencontainers/umoci/cmd/umoci
}
