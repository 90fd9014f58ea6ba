# Linters of workflows: actionlint and zizmor. Only when asked for.
ACTIONLINT=github.com/rhysd/actionlint
ACTIONLINT_VERSION=1.7.12
ZIZMOR_VERSION=1.32.0
part_ready() {
  "$BIN/actionlint" -version | grep -q "$ACTIONLINT_VERSION" && "$BIN/zizmor" --version | grep -q "$ZIZMOR_VERSION"
}
part_says() { echo "actionlint $ACTIONLINT_VERSION, zizmor $ZIZMOR_VERSION"; }
part_help() { echo 'the Go module proxy and the Python package index must be reached'; }
part_make() {
  local folder
  go_tool actionlint "$ACTIONLINT" "v$ACTIONLINT_VERSION" "$ACTIONLINT/cmd/actionlint" \
    "-s -w -X $ACTIONLINT.version=$ACTIONLINT_VERSION" || return 1
  folder=$(built zizmor "$ZIZMOR_VERSION")
  python3 -m venv "$folder" || return 1
  thrice "$folder/bin/pip" install --quiet "zizmor==$ZIZMOR_VERSION" || return 1
  ln -sfn "$folder/bin/zizmor" "$BIN/zizmor"
}
