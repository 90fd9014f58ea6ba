# The vulnerability database, made from advisories.yaml and served by the lab's registry.
database_reference() { printf '%s/trivy-db:2' "$(registry_address)"; }
database_marker() { printf '%s/trivy-db-%s' "$CACHE/registry" "$(cat "$LAB"/trivy-db/* | sha256sum | cut -c1-12)"; }

# Trivy says of a database how long it is fresh; this one is made anew before that.
part_ready() {
  [ -n "$(find "$(database_marker)" -mmin -720 2>/dev/null)" ] || return 1
  curl -fsS --max-time 5 -o /dev/null -H 'Accept: application/vnd.oci.image.manifest.v1+json' "http://$(registry_address)/v2/trivy-db/manifests/2"
}
part_says() { echo "$(grep -c 'id: CVE' "$LAB/trivy-db/advisories.yaml") advisories"; }
part_help() { echo 'Go 1.26 or newer and the Go module proxy are needed, and the registry must be up'; }
part_make() {
  local folder
  folder=$(built trivy-db "$(cat "$LAB"/trivy-db/*.go "$LAB/trivy-db/go.mod")")
  if [ ! -x "$folder/trivy-db" ]; then
    mkdir -p "$folder"
    (cd "$LAB/trivy-db" && GOEXPERIMENT=jsonv2 CGO_ENABLED=0 thrice go build -ldflags '-s -w' -o "$folder/trivy-db.new" .) || return 1
    mv "$folder/trivy-db.new" "$folder/trivy-db"
  fi
  "$folder/trivy-db" "$LAB/trivy-db/advisories.yaml" "$(database_reference)" && touch "$(database_marker)"
}
