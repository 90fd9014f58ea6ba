# Trivy of the pinned version, built from the Go module proxy, and an archive of it as its releases have one.
TRIVY_VERSION=0.74.0
TRIVY_ARCHIVE=$BIN/trivy.tar.gz
part_ready() { [[ $("$BIN/trivy" --version) == "Version: $TRIVY_VERSION"* ]] && [ -f "$TRIVY_ARCHIVE.sha256" ] && [ "$TRIVY_ARCHIVE" -nt "$BIN/trivy" ]; }
part_says() { echo "$TRIVY_VERSION"; }
part_help() { echo 'Go 1.26 or newer and the Go module proxy are needed'; }
part_make() {
  go_tool trivy github.com/aquasecurity/trivy "v$TRIVY_VERSION" github.com/aquasecurity/trivy/cmd/trivy \
    "-s -w -X github.com/aquasecurity/trivy/pkg/version/app.ver=$TRIVY_VERSION" || return 1
  local folder archive
  folder=$(dirname "$(readlink -f "$BIN/trivy")")
  archive=$folder/trivy_${TRIVY_VERSION}_$(trivy_platform).tar.gz
  # The same bytes every time: no times, no owners.
  tar -C "$folder" --sort=name --mtime=@0 --owner=0 --group=0 --numeric-owner -cf - trivy | gzip -n -1 >"$archive.new" || return 1
  sha256sum "$archive.new" | cut -d ' ' -f 1 >"$archive.sha256" && mv "$archive.new" "$archive" || return 1
  ln -sfn "$archive.sha256" "$TRIVY_ARCHIVE.sha256" && ln -sfn "$archive" "$TRIVY_ARCHIVE"
}
trivy_platform() { case $(uname -m) in aarch64) echo Linux-ARM64 ;; *) echo Linux-64bit ;; esac; }
