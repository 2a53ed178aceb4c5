#!/bin/sh
# Installs the add-in {name} from {origin} in Excel on a Mac, for the current user.
# It writes one file; uninstall.sh takes it away.
set -eu

# Called on the last line, so that a script that did not arrive whole does nothing.
install() {
  excel=$HOME/Library/Containers/com.microsoft.Excel
  if [ ! -d "$excel" ]; then
    echo "You have not used Excel on this Mac yet; open it once, close it, and run this again." >&2
    exit 1
  fi
  folder=$excel/Data/Documents/wef
  file=$folder/{id}.manifest.xml
  mkdir -p "$folder"
  cat > "$file" <<'END_OF_MANIFEST'
{manifest}
END_OF_MANIFEST
  echo "Wrote $file"
  echo "{name} is installed. Close Excel and open it again; the tab Quarterday is in the ribbon."
}

install
