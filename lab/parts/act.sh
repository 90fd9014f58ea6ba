# The workflow runner.
ACT_VERSION=0.2.88
part_ready() { [[ $("$BIN/act" --version) == *"$ACT_VERSION"* ]]; }
part_says() { echo "$ACT_VERSION"; }
part_help() { echo 'Go 1.26 or newer and the Go module proxy are needed'; }
part_make() {
  go_tool act github.com/nektos/act "v$ACT_VERSION" github.com/nektos/act "-s -w -X main.version=$ACT_VERSION"
}
