#!/bin/sh
# Puts fanwiki into the menu of this user, or of all when PREFIX names another place.
#
# Usage: [PREFIX=/usr/local] packaging/linux/install.sh
# The command `fanwiki` must be on the path (pip install of the wheel, or a link to the frozen program).
set -eu

here=$(cd "$(dirname "$0")" && pwd)
share=${PREFIX:+$PREFIX/share}
share=${share:-${XDG_DATA_HOME:-$HOME/.local/share}}
name=org.fanwiki.Fanwiki

install -Dm644 "$here/$name.desktop" "$share/applications/$name.desktop"
install -Dm644 "$here/$name.metainfo.xml" "$share/metainfo/$name.metainfo.xml"
install -Dm644 "$here/$name.mime.xml" "$share/mime/packages/$name.xml"
install -Dm644 "$here/../../resources/icons/app/fanwiki.svg" "$share/icons/hicolor/scalable/apps/$name.svg"
if command -v update-mime-database >/dev/null; then update-mime-database "$share/mime"; fi
if command -v update-desktop-database >/dev/null; then update-desktop-database "$share/applications"; fi
echo "fanwiki is in the menu, from $share."
