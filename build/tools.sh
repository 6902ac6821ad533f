# What ./check and ./videoindex share. Sourced, never run; talks on stderr only.

readonly EXIT_MISSING_TOOLS=6

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_CLI_USE_MSBUILD_SERVER=0
# A bare system has no ICU, and neither the product nor its build needs one.
export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT="${DOTNET_SYSTEM_GLOBALIZATION_INVARIANT:-1}"

say() { printf '%s\n' "$@" >&2; }

# Prints the Debian packages whose programs are absent, on one line.
missing_packages() {
  local missing=()
  { command -v ffmpeg && command -v ffprobe; } >/dev/null || missing+=(ffmpeg)
  command -v tesseract >/dev/null || missing+=(tesseract-ocr)
  has_english_reader || missing+=(tesseract-ocr-eng)
  command -v bwrap >/dev/null || missing+=(bubblewrap)
  printf '%s' "${missing[*]-}"
}

has_english_reader() {
  local file
  for file in "${TESSDATA_PREFIX:-}"/eng.traineddata /usr/{,local/}share/{tessdata,tesseract-ocr/{,*/}tessdata}/eng.traineddata; do
    [[ -e $file ]] && return 0
  done
  return 1
}

# Installs what is missing of ffmpeg, tesseract and bubblewrap. Where that is not allowed, names the command to run
# and returns 6, as the command line does.
ensure_tools() {
  local packages
  packages=$(missing_packages)
  [[ -z $packages ]] || install_packages "$packages"
}

# Installs Debian packages, named on one line.
install_packages() {
  local packages=$1 become=()
  local command="apt-get update && apt-get install --yes --no-install-recommends $packages"
  if ! command -v apt-get >/dev/null; then
    say "Missing: $packages (Debian's names). Install them with this system's package manager and run again."
    return "$EXIT_MISSING_TOOLS"
  fi

  if ((EUID != 0)); then
    if command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [[ -t 0 && -t 2 ]]; }; then
      become=(sudo)
    else
      say "Missing: $packages, and no right to install. Run this as root, then try again:" "" "  $command"
      return "$EXIT_MISSING_TOOLS"
    fi
  fi

  say "Installing with apt: $packages"
  if ! { "${become[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -qq &&
    # shellcheck disable=SC2086 # one word a package
    "${become[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -qq --yes --no-install-recommends $packages; } >&2; then
    say "apt could not install them. Run this as root, then try again:" "  $command"
    return "$EXIT_MISSING_TOOLS"
  fi
}

# Puts ONNX Runtime's library where the tests look for it, by the program that was built. Where it cannot be had, that program
# says why, and those tests skip.
ensure_onnx_runtime() {
  [[ -z ${VIDEOINDEX_ONNXRUNTIME:-} ]] || return 0
  command -v npm >/dev/null || install_packages "nodejs npm" || true
  dotnet "$root/artifacts/bin/VideoIndex.Cli/release/VideoIndex.Cli.dll" models install runtime --models "$root/artifacts/models" >&2 ||
    say "Tests of models are skipped."
}

ensure_dotnet() {
  command -v dotnet >/dev/null && return 0
  say "The .NET 10 SDK is not on the PATH. Install it (package dotnet-sdk-10.0) and run again."
  return "$EXIT_MISSING_TOOLS"
}

# Runs a command while no other build of this checkout runs. The command does not inherit the lock: a compiler server
# it leaves behind would keep it.
with_build_lock() {
  mkdir -p "$root/artifacts"
  local status=0
  exec 9>"$root/artifacts/build.lock"
  flock 9
  "$@" 9>&- || status=$?
  exec 9>&-
  return "$status"
}
