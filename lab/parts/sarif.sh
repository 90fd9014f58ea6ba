# Microsoft's SARIF multitool, with the 2.1.0 schema beside it. Only when asked for.
SARIF_VERSION=5.7.0
part_ready() { "$BIN/sarif" --version 2>&1 | grep -q "$SARIF_VERSION" && [ -f "$CACHE/sarif-2.1.0.json" ]; }
part_says() { echo "$SARIF_VERSION"; }
part_help() { echo 'the npm registry must be reached'; }
part_make() {
  local folder package
  folder=$(built sarif "sarif-multitool-linux@$SARIF_VERSION")
  mkdir -p "$folder"
  thrice npm install --prefix "$folder" --no-audit --no-fund "@microsoft/sarif-multitool-linux@$SARIF_VERSION" || return 1
  package=$folder/node_modules/@microsoft/sarif-multitool-linux
  chmod u+x "$package/Sarif.Multitool"
  ln -sfn "$package/sarif-2.1.0.json" "$CACHE/sarif-2.1.0.json"
  # It is a .NET program, which otherwise asks for a library of languages.
  printf '#!/bin/sh\nDOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 exec "%s/Sarif.Multitool" "$@"\n' "$package" >"$BIN/sarif"
  chmod +x "$BIN/sarif"
}
