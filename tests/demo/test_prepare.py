"""What `make run` says before there is anything to run: which Python, which port, which package is missing."""

import ast
import importlib.util
import socket
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
PREPARE = ROOT / "deploy" / "prepare.py"


@pytest.fixture
def prepare(tmp_path, monkeypatch):
    """The script, with an environment of its own to make."""
    spec = importlib.util.spec_from_file_location("prepare", PREPARE)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "VENV", str(tmp_path / "venv"))
    monkeypatch.setattr(module, "INSIDE", str(tmp_path / "venv" / "bin" / "python"))
    return module


def said(call, *arguments):
    with pytest.raises(SystemExit) as stopped:
        call(*arguments)
    return str(stopped.value)


def test_an_old_python_can_read_it():
    ast.parse(PREPARE.read_text(encoding="utf-8"), feature_version=(3, 5))
    assert 'f"' not in PREPARE.read_text(encoding="utf-8")


def test_a_python_too_old_is_told_what_to_type(prepare, monkeypatch):
    monkeypatch.setattr(prepare.sys, "version_info", (3, 9, 2))
    monkeypatch.setattr(prepare.shutil, "which", lambda name: None)

    assert said(prepare.use_a_new_enough_python) == (
        "Newsroom needs Python 3.11 or newer; this is 3.9.2.\nInstall one, then: make run PYTHON=python3.12"
    )


def test_a_newer_python_beside_an_old_one_is_used(prepare, monkeypatch):
    started = []
    monkeypatch.setattr(prepare.sys, "version_info", (3, 9, 2))
    monkeypatch.setattr(prepare.shutil, "which", lambda name: f"/usr/bin/{name}" if name == "python3.12" else None)
    monkeypatch.setattr(prepare.os, "execv", lambda path, words: started.append(path) or prepare.sys.exit())

    said(prepare.use_a_new_enough_python)

    assert started == ["/usr/bin/python3.12"]


def test_a_taken_port_is_told_with_a_free_one(prepare):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]

        message = said(prepare.refuse_taken_port, str(port))

    assert message.startswith(f"Port {port} cannot be used (address already in use). Type: make run PORT=")


@pytest.mark.parametrize("port", ["0", "70000", "http", "-1", ""])
def test_a_port_that_is_none_is_told(prepare, port):
    assert said(prepare.refuse_taken_port, port).endswith("Type: make run PORT=8001")


def test_a_missing_venv_module_is_told_and_leaves_nothing(prepare, monkeypatch):
    monkeypatch.setattr(prepare.sys, "executable", "/bin/false")

    assert "sudo apt install python3." in said(prepare.make_environment)
    assert not Path(prepare.VENV).exists()


def test_packages_that_cannot_be_installed_are_told_with_the_reason(prepare, monkeypatch, capsys):
    failed = subprocess.CompletedProcess([], 1, stderr=b"no route to host")
    monkeypatch.setattr(prepare.subprocess, "run", lambda *args, **kwargs: failed)

    assert "type the same again" in said(prepare.install, "requirements.txt")
    assert "no route to host" in capsys.readouterr().err


def test_nothing_is_done_when_nothing_changed(prepare, monkeypatch, capsys):
    calls = []
    monkeypatch.setattr(prepare, "make_environment", lambda: Path(prepare.VENV).mkdir(exist_ok=True))
    monkeypatch.setattr(prepare, "install", calls.append)

    prepare.main(["requirements-dev.txt"])
    prepare.main(["requirements-dev.txt"])
    prepare.main(["requirements.txt"])

    assert calls == ["requirements-dev.txt"]


def test_changed_requirements_are_installed_anew(prepare, monkeypatch):
    calls = []
    monkeypatch.setattr(prepare, "make_environment", lambda: Path(prepare.VENV).mkdir(exist_ok=True))
    monkeypatch.setattr(prepare, "install", calls.append)
    prepare.main(["requirements.txt"])

    monkeypatch.setattr(prepare, "read", lambda path: "changed" if path.endswith("requirements.txt") else "")
    prepare.main(["requirements.txt"])

    assert len(calls) == 2
