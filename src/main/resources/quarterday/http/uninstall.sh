#!/bin/sh
# Takes the add-in {name} out of Excel on a Mac again, for the current user.
set -eu

uninstall() {
  file=$HOME/Library/Containers/com.microsoft.Excel/Data/Documents/wef/{id}.manifest.xml
  if [ -e "$file" ]; then
    rm "$file"
    echo "Removed $file"
    echo "{name} is uninstalled. Close Excel and open it again."
  else
    echo "{name} was not installed for this user; nothing was changed."
  fi
}

uninstall
