# Debian's skopeo: what the README's recipes push and load with. Only when asked for.
part_ready() { skopeo --version; }
part_says() { skopeo --version; }
part_help() { echo "Debian's package skopeo must be installable"; }
part_make() {
  apt_update_once && apt_install skopeo
}
