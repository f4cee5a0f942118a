#!/bin/sh
# Render every report under $1 to PDF and page images in $2, Debian's fonts standing in for the official ones.
set -eu
from=$1 to=$2
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$to"
FONTCONFIG_FILE="$here/fonts.conf" soffice --headless "-env:UserInstallation=file://$(cd "$to" && pwd)/profile" \
  --convert-to pdf --outdir "$to" $(find "$from" -name '*.docx' -not -path '*/历史/*' | sed 's/ /\\ /g') >/dev/null
for pdf in "$to"/*.pdf; do
  pdftoppm -r 80 -png "$pdf" "${pdf%.pdf}"
done
ls "$to"/*.png
