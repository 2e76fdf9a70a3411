"""Makes .venv with the pinned packages; when they are there already it does nothing. Needs only a bare Python.

    python3 deploy/prepare.py requirements.txt [--port 8000]

Any Python 3 must be able to read this file, or it could not say which Python is needed.
"""

import hashlib
import os
import shutil
import socket
import subprocess
import sys

OLDEST, NEWER = (3, 11), ("python3.14", "python3.13", "python3.12", "python3.11")
ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
VENV = os.path.join(ROOT, ".venv")
INSIDE = os.path.join(VENV, "bin", "python")


def main(arguments):
    use_a_new_enough_python()
    if "--port" in arguments:
        refuse_taken_port(arguments[arguments.index("--port") + 1])
    files = with_included(arguments[0])
    if all(read(stamp_of(name)) == fingerprint(name) for name in files):
        return
    print("Setting up: packages into .venv, once (about half a minute) ...", flush=True)
    make_environment()
    install(arguments[0])
    for name in files:
        with open(stamp_of(name), "w") as file:
            file.write(fingerprint(name))


def use_a_new_enough_python():
    """Go on under a newer Python of this machine if this one is too old, or say what is needed."""
    if sys.version_info >= OLDEST:
        return
    newer = next(filter(None, map(shutil.which, NEWER)), None)
    if newer:
        os.execv(newer, [newer] + sys.argv)
    found = ".".join(map(str, sys.version_info[:3]))
    stop("Newsroom needs Python 3.11 or newer; this is {}.\nInstall one, then: make run PYTHON=python3.12", found)


def refuse_taken_port(port):
    if not port.isdigit() or not 0 < int(port) < 65536:
        stop("PORT={} is not a port. Type: make run PORT=8001", port)
    problem = why_not(int(port))
    if problem:
        free = next((p for p in range(int(port) + 1, 65536) if not why_not(p)), 8001)
        stop("Port {} cannot be used ({}). Type: make run PORT={}", port, problem, free)


def why_not(port):
    """What stands against listening on the port; None if nothing does."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((os.environ.get("HOST", "127.0.0.1"), port))
        except OSError as error:
            return error.strerror.lower()


def with_included(name):
    """The file and those it names with -r."""
    included = [line.split()[1] for line in read(os.path.join(ROOT, name)).splitlines() if line.startswith("-r ")]
    return [name] + included


def stamp_of(name):
    return os.path.join(VENV, "installed-" + name)


def fingerprint(name):
    """Changes when the packages do, or the Python, or the place of the checkout."""
    told = "{}\n{}\n{}".format(read(os.path.join(ROOT, name)), sys.version, VENV)
    return hashlib.sha256(told.encode()).hexdigest()


def make_environment():
    if works():
        return
    made = subprocess.run([sys.executable, "-m", "venv", "--clear", VENV], stdout=subprocess.PIPE)
    if made.returncode:
        shutil.rmtree(VENV, ignore_errors=True)
        version = "{}.{}".format(*sys.version_info[:2])
        stop("Python's venv module is missing. On Debian or Ubuntu: sudo apt install python{}-venv", version)


def works():
    """Whether the environment there is runs, under a Python of the version that is asked now."""
    ask = "import pip, sys; sys.exit(sys.version_info[:2] != {!r})".format(tuple(sys.version_info[:2]))
    return os.path.exists(INSIDE) and subprocess.run([INSIDE, "-c", ask], stderr=subprocess.DEVNULL).returncode == 0


def install(name):
    command = [INSIDE, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input", "--no-compile"]
    done = subprocess.run(command + ["-r", os.path.join(ROOT, name)], stderr=subprocess.PIPE)
    if done.returncode:
        sys.stderr.write(done.stderr.decode(errors="replace"))
        stop("The packages could not be installed (see above). When that is mended, type the same again.")
    # On all cores, where pip would do it on one. Some packages bring files that are no Python: nobody imports those.
    subprocess.run([INSIDE, "-m", "compileall", "-qq", "-j", "0", os.path.join(VENV, "lib")])


def read(path):
    try:
        with open(path) as file:
            return file.read()
    except OSError:
        return ""


def stop(message, *values):
    sys.exit(message.format(*values))


if __name__ == "__main__":
    main(sys.argv[1:])
