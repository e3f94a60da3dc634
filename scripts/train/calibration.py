"""Lays out a folder of links to pictures of several folders, taking turns, for `edgevision quantize --calibration`."""
import random
import shutil
import sys
from pathlib import Path

PICTURES = 60


def main():
    target, folders = Path(sys.argv[1]), [Path(folder) for folder in sys.argv[2:]]
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    choose = random.Random(1)
    for place, folder in enumerate(folders):
        found = sorted(path for path in folder.iterdir() if path.suffix == ".jpg")
        for number, path in enumerate(choose.sample(found, min(PICTURES, len(found)))):
            (target / f"{number:03}-{place}.jpg").symlink_to(path.resolve())


if __name__ == "__main__":
    main()
