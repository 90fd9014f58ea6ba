# The oracle of layers: what containerd and moby make of a stack of archives, asked over standard input.
oracle_folder() { built layer-oracle "$(find "$LAB/oracle" -type f -print0 | sort -z | xargs -0 cat)"; }
part_ready() { [ -x "$(oracle_folder)/layer-oracle" ] && [ "$(readlink "$BIN/layer-oracle")" = "$(oracle_folder)/layer-oracle" ]; }
part_says() { sed -n 's/^\t\([^ ]*\(containerd\/v2\|go-archive\) [^ ]*\)$/\1/p' "$LAB/oracle/go.mod" | paste -sd ' '; }
part_help() { echo 'Go 1.26 or newer and the Go module proxy are needed'; }
part_make() {
  local folder
  folder=$(oracle_folder)
  mkdir -p "$folder/new"
  (cd "$LAB/oracle" && CGO_ENABLED=0 thrice nice go build -ldflags '-s -w' -o "$folder/new/layer-oracle" .) || return 1
  mv "$folder/new/layer-oracle" "$folder/layer-oracle" && rmdir "$folder/new" && ln -sfn "$folder/layer-oracle" "$BIN/layer-oracle"
}
