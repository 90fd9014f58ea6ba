# Node 24 from the package of that name: tests, demo, benchmark and command run on it.
part_ready() { [ "$("$BIN/node" -p 'process.versions.node.split(".")[0]')" = 24 ] && "$BIN/npm" --version; }
part_says() { "$BIN/node" --version; }
part_help() { echo 'the npm registry must be reached, or node 24 be on PATH'; }
part_make() {
  if [ "$(node -p 'process.versions.node.split(".")[0]' 2>/dev/null)" = 24 ]; then
    for name in node npm npx; do ln -sfn "$(command -v "$name")" "$BIN/$name"; done
    return
  fi
  local folder
  folder=$(built node24 'node-linux@24 npm@11')
  mkdir -p "$folder"
  # The package `node` only installs the one of this processor, by a script; so that one directly.
  local processor=x64
  [ "$(uname -m)" = aarch64 ] && processor=arm64
  thrice npm install --prefix "$folder" --no-audit --no-fund "node-linux-$processor@24" npm@11 || return 1
  local node
  node=$(find "$folder/node_modules" -path '*/bin/node' -type f -size +1M | head -n 1)
  ln -sfn "$node" "$BIN/node"
  for name in npm npx; do
    printf '#!/bin/sh\nexec "%s" "%s/node_modules/npm/bin/%s-cli.js" "$@"\n' "$node" "$folder" "$name" >"$BIN/$name"
    chmod +x "$BIN/$name"
  done
}
