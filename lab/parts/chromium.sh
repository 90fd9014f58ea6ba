# Debian's Chromium: in which a comment is looked at. Only when asked for.
part_ready() { chromium --version; }
part_says() { chromium --version | grep -o '[0-9][0-9.]*' | head -1; }
part_help() { echo "Debian's packages chromium and fonts-liberation must be installable"; }
part_make() {
  apt_update_once && apt_install chromium fonts-liberation
}
