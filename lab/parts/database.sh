# The vulnerability database, made from advisories.yaml, and the Java database, from archives.yaml, served by the lab's registry.
database_reference() { printf '%s/trivy-db:2' "$(registry_address)"; }
java_database_reference() { printf '%s/trivy-java-db:1' "$(registry_address)"; }
database_sources() { find "$LAB/trivy-db" -type f "$@" -print0 | sort -z | xargs -0 cat; }
database_marker() { printf '%s/trivy-db-%s' "$CACHE/registry" "$(database_sources | sha256sum | cut -c1-12)"; }
database_is_there() { curl -fsS --max-time 5 -o /dev/null -H 'Accept: application/vnd.oci.image.manifest.v1+json' "http://$(registry_address)/v2/$1"; }

# Trivy says of a database how long it is fresh; this one is made anew before that.
part_ready() {
  [ -n "$(find "$(database_marker)" -mmin -720 2>/dev/null)" ] || return 1
  database_is_there trivy-db/manifests/2 && database_is_there trivy-java-db/manifests/1
}
part_says() { echo "$(grep -c 'id: CVE' "$LAB/trivy-db/advisories.yaml") advisories"; }
part_help() { echo 'Go 1.26 or newer and the Go module proxy are needed, and the registry must be up'; }
part_make() {
  local folder
  folder=$(built trivy-db "$(database_sources '(' -name '*.go' -o -name go.mod ')')")
  if [ ! -x "$folder/trivy-db" ]; then
    mkdir -p "$folder/new"
    (cd "$LAB/trivy-db" && GOEXPERIMENT=jsonv2 CGO_ENABLED=0 thrice go build -ldflags '-s -w' -o "$folder/new/" . ./java) || return 1
    mv "$folder/new/java" "$folder/java" && mv "$folder/new/trivy-db" "$folder/trivy-db"
  fi
  "$folder/java" "$LAB/trivy-db/archives.yaml" "$(java_database_reference)" &&
    "$folder/trivy-db" "$LAB/trivy-db/advisories.yaml" "$(database_reference)" && touch "$(database_marker)"
}
