"""Lists that lie on the disk behave as those in memory would."""

from articles.longlists import Kept, Queue


def test_what_is_kept_is_found_under_its_key_and_read_in_the_order_of_the_keys():
    kept = Kept()

    kept["b 1"], kept["a"], kept["b 2"], kept["a"] = [1], ["old"], None, ["new", 2]

    assert (kept.get("a"), kept.get("z", 7), "b 2" in kept, "z" in kept, len(kept)) == (["new", 2], 7, True, False, 3)
    assert list(kept.items()) == [("a", ["new", 2]), ("b 1", [1]), ("b 2", None)]
    assert [key for key, _ in kept.items("b ")] == ["b 1", "b 2"]


def test_a_key_may_be_any_text():
    kept = Kept()

    kept["\ud800"] = kept["%_"] = 1

    assert "\ud800" in kept
    assert [key for key, _ in kept.items("%")] == ["%_"]


def test_a_queue_gives_each_text_once_also_those_named_while_it_is_read():
    queue, read = Queue(["b", "a", "b"]), []

    for text in queue:
        read.append(text)
        queue.name([f"{text}{text}", "a"] if len(text) < 2 else [])

    assert read == ["b", "a", "bb", "aa"]
