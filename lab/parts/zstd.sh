# Debian's zstd: unpacks the layers that GNU tar is to list for the truth run. Only when asked for.
part_ready() { zstd --version; }
part_says() { zstd --version | grep -o 'v[0-9.]*'; }
part_help() { echo "Debian's package zstd must be installable"; }
part_make() {
  apt_update_once && apt_install zstd
}
