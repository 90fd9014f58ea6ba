# Trivy of the pinned version, built from the Go module proxy.
TRIVY_VERSION=0.74.0
part_ready() { [[ $("$BIN/trivy" --version) == "Version: $TRIVY_VERSION"* ]]; }
part_says() { echo "$TRIVY_VERSION"; }
part_help() { echo 'Go 1.26 or newer and the Go module proxy are needed'; }
part_make() {
  go_tool trivy github.com/aquasecurity/trivy "v$TRIVY_VERSION" github.com/aquasecurity/trivy/cmd/trivy \
    "-s -w -X github.com/aquasecurity/trivy/pkg/version/app.ver=$TRIVY_VERSION"
}
