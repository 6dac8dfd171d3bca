"""The figures of the start page, the coordinator's board and the feed of the matching system."""

from functools import partial

from django.test import Client

from lms.accounts.models import User
from lms.exports.models import Pull, PulledPerson
from tests.bench.bare import FEED_PAGE, Cost, beside, empty_page, rows_of_board, rows_of_feed
from tests.bench.figures import Figure
from tests.bench.learning import both
from tests.bench.measure import answered
from tests.bench.plain_sql import Leftovers
from tests.bench.world import World, signed_in


def overview_figures(world: World, runs: int) -> list[Figure]:
    """Return the figures; the standings must be there and the feed must be filled."""
    some = [one for one in world.learners if one.memberships.exists()]
    return [
        *both("what_now", "", *start_page(world, runs)),
        *both("board", "", *board(world.koen, world.learners, runs)),
        *both("board", "_100", *board(world.olga, some, runs)),
        *both("feed", "", *feed(world.token, runs)),
    ]


def start_page(world: World, runs: int) -> tuple[Cost, Cost]:
    """Return the cost of "Wat nu?", for who begins and for who is halfway."""
    browsers = [signed_in(world.short.starter), signed_in(world.short.reader)]
    visits = [answered(200, partial(browser.get, "/")) for browser in browsers]
    return beside(visits, empty_page(world.short.reader), runs)


def board(coordinator: User, people: list[User], runs: int) -> tuple[Cost, Cost]:
    """Return the cost of the board: what waits for the coordinator, and one of the groups."""
    browser = signed_in(coordinator)
    urls = ("/bord/", "/bord/?groep=in_progress")
    visits = [answered(200, partial(browser.get, url)) for url in urls]
    return beside(visits, rows_of_board(people), runs)


def feed(token: str, runs: int) -> tuple[Cost, Cost]:
    """Return the cost of one page of the feed; a page that is not full says nothing and is refused."""
    machine = Client(headers={"Authorization": f"Bearer {token}"})
    url = f"/api/v1/statuswijzigingen?aantal={FEED_PAGE}"
    lines = len(machine.get(url).json()["items"])
    if lines != FEED_PAGE:
        raise RuntimeError(f"a page of {FEED_PAGE} changes was expected, not of {lines}")
    with Leftovers(PulledPerson, Pull):
        return beside([answered(200, partial(machine.get, url))], rows_of_feed(), runs)
