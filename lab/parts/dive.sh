# dive: whose count of wasted bytes the truth run compares with ours. Only when asked for.
DIVE_VERSION=0.13.1
part_ready() { [[ $("$BIN/dive" --version) == *"$DIVE_VERSION"* ]]; }
part_says() { echo "$DIVE_VERSION"; }
part_help() { echo 'Go 1.26 or newer and the Go module proxy are needed'; }
part_make() {
  go_tool dive github.com/wagoodman/dive "v$DIVE_VERSION" github.com/wagoodman/dive "-s -w -X main.version=$DIVE_VERSION"
}
