"""A web of one server on this machine: what it answers is a function a path, and names lead to it by a table."""

import ssl
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from articles.fetching import Limits, Web

HERE = "127.0.0.1"
CERTIFICATE = Path(__file__).with_name("pictures.example.pem")


class Site:
    """`asked` are the requests it got, as handlers; `end` lets go of whoever was kept waiting."""

    def __init__(self, server):
        self.port, self.answers, self.asked, self.end = server.server_port, {}, [], threading.Event()

    def address(self, path="/pump.png", host="pictures.example", scheme="http"):
        return f"{scheme}://{host}:{self.port}{path}"

    def web(self, *, names=None, may_reach=lambda ip: ip == HERE, **limits):
        """A Web that may ask this machine, and this port, alone."""
        tls = ssl.create_default_context(cafile=CERTIFICATE)
        limits = Limits(**{"seconds": 5, "wait": 2, **limits})
        resolve = names or (lambda host, port: [HERE])
        return Web(agent="Test", resolve=resolve, may_reach=may_reach, ports={self.port}, limits=limits, tls=tls)


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        site = self.server.site
        site.asked.append(self)
        answer = site.answers.get(self.path, not_there)
        answer(self)

    def send(self, status=200, body=b"", **headers):
        self.send_response(status)
        headers = {name.replace("_", "-"): value for name, value in headers.items()}
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


def not_there(handler):
    handler.send(404)


def sends(body, **headers):
    return lambda handler: handler.send(200, body, **headers)


def sends_on(to, status=302):
    return lambda handler: handler.send(status, Location=to)


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request, client_address):
        """Whoever asked has hung up, which is what some tests are about."""


@contextmanager
def serving(*, tls=False):
    server = Server((HERE, 0), Handler)
    server.site = Site(server)
    if tls:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(CERTIFICATE)
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    thread = threading.Thread(target=server.serve_forever, args=[0.02], daemon=True)
    thread.start()
    try:
        yield server.site
    finally:
        server.site.end.set()
        server.shutdown()
        server.server_close()
        thread.join()
