"""Makes every figure of brands.csv again from appearances.csv and mentions.csv, exactly, and says where one differs.

    python3 samples/exposure/recompute.py FOLDER
"""
import csv, pathlib, sys
from fractions import Fraction


def table(name):
    with open(pathlib.Path(sys.argv[1]) / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def union(rows):
    """The stretches in which at least one row is on screen, by video."""
    stays = []
    for video, start, end in sorted((row["video"], Fraction(row["start"]), Fraction(row["end"])) for row in rows):
        if stays and stays[-1][0] == video and start <= stays[-1][2]:
            stays[-1][2] = max(stays[-1][2], end)
        else:
            stays.append([video, start, end])
    return stays


def length(stays):
    return sum((end - start for _, start, end in stays), Fraction(0))


def total(rows, column):
    return sum((Fraction(row[column]) for row in rows), Fraction(0))


def places(value, count):
    """Rounded, halves to the even digit."""
    return f"{int(round(value * 10**count)) // 10**count}.{int(round(value * 10**count)) % 10**count:0{count}}"


rows, mentions, brands = table("appearances.csv"), table("mentions.csv"), table("brands.csv")
of = {brand["brand"]: [row for row in rows if row["brand"] == brand["brand"]] for brand in brands}
net = {brand: length(union(own)) for brand, own in of.items()}
all_net, all_area, different = sum(net.values()), total(rows, "area_seconds_percent"), 0
for brand in brands:
    name, own = brand["brand"], of[brand["brand"]]
    gross, area = total(own, "seconds"), total(own, "area_seconds_percent")
    others = [row for row in rows if row["brand"] != name]
    solus = length(union(rows)) - length(union(others))  # what would be missing without it
    figures = {
        "appearances": len(own), "gross": gross, "net": net[name], "qualified": total(own, "qualified"), "solus": solus,
        "gross_seconds": places(gross, 3), "net_seconds": places(net[name], 3), "qualified_seconds": places(total(own, "qualified"), 3),
        "solus_seconds": places(solus, 3), "area_seconds_percent": places(area, 6),
        "share_by_seconds_percent": places(100 * net[name] / all_net if all_net else 0, 2),
        "share_by_area_percent": places(100 * area / all_area if all_area else 0, 2),
    }
    for kind in ("spoken", "written"):
        figures[kind] = sum(int(one["times"]) for one in mentions if one["brand"] == name and one["kind"] == kind)
    for column in brand:
        if column.startswith("qualified:"):
            figures[column] = total(own, column)
        if column.startswith("zone:"):
            figures[column] = total([row for row in own if "zone:" + row["zone"] == column], "seconds")
    for column in brand.keys() - {"brand", "rule"}:
        if str(figures[column]) != brand[column]:
            different += 1
            print(f"{name}: {column} is {brand[column]}, and comes out as {figures[column]}")
for row in rows:
    if places(Fraction(row["mean_area_percent"]) * Fraction(row["seconds"]), 6) != row["area_seconds_percent"]:
        different += 1
        print(f"{row['brand']} at {row['start']}: area_seconds_percent is {row['area_seconds_percent']}")
print(f"{len(brands)} brands, {len(rows)} appearances, {different} differences")
sys.exit(1 if different else 0)
