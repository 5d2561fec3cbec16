#!/bin/sh
# Builds JupyterLab 4.6 from npm packages into DIR (default: .jupyterlab at the project's root), in about a minute.
# There is no Python package of it here, so the front-end comes from npm and the server from Debian (see .ci/run).
# usage: setup.sh [DIR]      needs node 20 or newer
set -eu
here=$(cd "$(dirname "$0")" && pwd)
dir=${1:-$here/../../../.jupyterlab}
mkdir -p "$dir"
cp -R "$here/build.js" "$here/index.js" "$here/main.py" "$here/package.json" "$here/package-lock.json" "$here/templates" "$dir"/
cd "$dir"
npm ci --legacy-peer-deps --ignore-scripts --no-audit --no-fund --loglevel=error
node build.js
echo "JupyterLab is built in $(pwd)"
