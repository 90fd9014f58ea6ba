# crane: what the truth run asks for manifests, digests and configs. Only when asked for.
CRANE_VERSION=0.20.6
part_ready() { [[ $("$BIN/crane" version) == *"$CRANE_VERSION"* ]]; }
part_says() { echo "$CRANE_VERSION"; }
part_help() { echo 'Go 1.26 or newer and the Go module proxy are needed'; }
part_make() {
  go_tool crane github.com/google/go-containerregistry "v$CRANE_VERSION" github.com/google/go-containerregistry/cmd/crane \
    "-s -w -X github.com/google/go-containerregistry/cmd/crane/cmd.Version=$CRANE_VERSION"
}
