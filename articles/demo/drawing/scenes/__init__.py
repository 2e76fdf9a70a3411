"""Every picture by name: the scene that draws it on a sheet `s`, and the paper it is drawn on."""

from articles.demo.drawing.inks import CREAM, MIST, SHELL

from .bac import bac
from .boats import boats
from .boatyard import boatyard
from .boot import boot
from .buoy import buoy
from .classroom import classroom
from .clinic import clinic
from .ferry import ferry
from .gull import gull
from .lighthouse import lighthouse
from .market import market
from .rain import rain
from .road import road
from .swimmers import swimmers
from .terrace import terrace
from .theatre import theatre
from .workshop import workshop

_ON = {
    CREAM: (boats, boatyard, buoy, classroom, gull, market, road, terrace, theatre, workshop),
    MIST: (boot, clinic, lighthouse, rain, swimmers),
    SHELL: (bac, ferry),
}
SCENES = {scene.__name__: (scene, paper) for paper, scenes in _ON.items() for scene in scenes}
