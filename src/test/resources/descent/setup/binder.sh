#!/bin/bash
# What repo2docker does with this folder, without Docker: a clean copy, an environment with the
# requirements, postBuild as an ordinary user; then a notebook with the network cut.
# Usage: binder.sh SCRATCH (an empty folder). Exit code 77: this machine does not permit it.
set -euo pipefail

scratch=$1
cannot() { echo "$1"; exit 77; }
command -v git > /dev/null || cannot "needs git to copy the folder"
command -v ip > /dev/null || cannot "needs ip (iproute2) for the loopback of the cut network"

# Root plays an ordinary user through setpriv and cuts the network itself; others use a namespace.
if [ "$(id -u)" = 0 ]; then
  command -v setpriv > /dev/null || cannot "needs setpriv (util-linux)"
  ordinary=(setpriv --reuid=65534 --regid=65534 --clear-groups)
  cut=(unshare --net)
else
  ordinary=()
  cut=(unshare --map-root-user --net)
fi
"${cut[@]}" true 2> /dev/null || cannot "may not cut the network: unshare is not permitted"

mkdir "$scratch/copy" "$scratch/home"
git ls-files --cached --others --exclude-standard -z | xargs -0 cp --parents -t "$scratch/copy"
python=  # one that the ordinary user may run, and that may run itself
itself='import ensurepip, subprocess, sys; subprocess.check_call([sys.executable, "-c", ""])'
for candidate in $(which -a python3); do
  if "${ordinary[@]}" "$candidate" -c "$itself" 2> /dev/null; then
    python=$candidate
    break
  fi
done
[ "$python" ] || cannot "needs a python3 with venv that ordinary users may run"
"$python" -m venv "$scratch/environment"
"$scratch/environment/bin/pip" install --quiet --require-hashes -r binder/requirements.txt
if [ -d "$HOME/.m2/repository" ]; then  # Binder downloads it; here that was done before
  mkdir "$scratch/home/.m2"
  cp -r "$HOME/.m2/repository" "$scratch/home/.m2/repository"
fi
if [ "$(id -u)" = 0 ]; then
  chmod 755 "$scratch"
  chown -R 65534:65534 "$scratch/copy" "$scratch/home" "$scratch/environment"
fi

export HOME=$scratch/home NB_PYTHON_PREFIX=$scratch/environment
export JAVA_TOOL_OPTIONS=-Duser.home=$HOME  # otherwise the one in the list of users
export PATH=$NB_PYTHON_PREFIX/bin:$PATH
cd "$scratch/copy"
"${ordinary[@]}" binder/postBuild
"${cut[@]}" bash -c 'ip link set lo up && "$@"' - \
  "${ordinary[@]}" ./lab --run notebooks/00-start-here.ipynb
# the server there finds the kernel too
"${ordinary[@]}" jupyter kernelspec list | grep --word-regexp java
