"""Whether the time grows as what there is much of does, and no faster.

What is compared is processor time of runs that alternate: the machine may do other things meanwhile, and at one time more
of them than at another.
"""
import growth_shapes as shapes
from costs import Cost, alternate, milliseconds

# What there is much of, its shape, and how many objects the larger of two trees has.
GROWING = (
    ("patches by label", shapes.patches(lambda i: f"labelSelector: team=team-{i}"), 20_000),
    ("patches by annotation", shapes.patches(lambda i: f"annotationSelector: owner=owner-{i}"), 20_000),
    ("patches by name pattern", shapes.patches(shapes.name_pattern), 20_000),
    ("replacements", shapes.replacements, 20_000),
    ("targets of one replacement", shapes.replacement_targets, 20_000),
    ("images", shapes.images(lambda i: f"registry.example.com/team-{i}/app-{shapes.PER_GROUP * i}"), 20_000),
    ("images by pattern", shapes.images(lambda i: f"registry.example.com/team-{i}/.*"), 20_000),
    ("replicas", shapes.replicas, 20_000),
    ("names, labels and namespaces", shapes.whole_set, 20_000),
    ("generators and references", shapes.generators, 5_000),
    ("layers in depth", shapes.depth, 6_000),
    ("layers in breadth", shapes.breadth, 20_000),
    ("placeholders of a group", shapes.placeholders, 50_000),
)

ROUNDS = 10


def check(goals, what, small, large, limit, rounds):
    alternate([small, large], rounds)
    goals.check(what, large.processor / small.processor, limit, "x",
                f"({milliseconds(large.processor)} and {milliseconds(small.processor)})")


def measure(zonal, goals, scratch):
    plain = Cost([zonal, "build", shapes.plain(20_000, f"{scratch}/plain")])
    for number, (what, shape, count) in enumerate(GROWING):
        small, large = (Cost([zonal, "build", shape(size, f"{scratch}/growth-{number}-{size}")]) for size in (count // 10, count))
        check(goals, f"ten times the {what}", small, large, 11, ROUNDS)
        if what.startswith("patches"):
            alternate([plain, large], ROUNDS)
            goals.check(f"2,000 {what} against none", large.processor / plain.processor, 3, "x",
                        f"({milliseconds(large.processor)} and {milliseconds(plain.processor)})")
