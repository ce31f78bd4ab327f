"""The sites that the tests look at: this repository's own, and one whose feeds hold whole texts."""

import functools
import os
import pathlib
import shutil
import subprocess
import tempfile
import urllib.parse

HERE = pathlib.Path(__file__).parent
ROOT = pathlib.Path(os.environ["COLIBRI_ROOT"])
SITE = pathlib.Path(os.environ["COLIBRI_SITE"])
PROGRAM = os.environ["COLIBRI_PROGRAM"]
SCHEMAS = HERE / "schemas"


def files(pattern, site=SITE):
    """Every file of a built site by a pattern; a pattern that finds nothing would test nothing."""
    found = sorted(site.rglob(pattern))
    assert found, f"no {pattern} in {site}"
    return found


def file_of(url, site=SITE):
    """The file that a host serves at an address of the site."""
    path = urllib.parse.unquote(urllib.parse.urlparse(url).path).lstrip("/")
    return site / path / "index.html" if path.endswith("/") or not path else site / path


def colibri(*arguments):
    """What the program prints."""
    done = subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def xmllint(*arguments):
    """What xmllint finds wrong; nothing if all is well."""
    done = subprocess.run(["xmllint", "--noout", "--nonet", *map(str, arguments)], capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stderr


@functools.cache
def in_full():
    """The site of the suite's base, with whole texts in its feeds and six languages."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix="colibri-formats-"))
    source = folder / "source"
    shutil.copytree(ROOT / "tests/sites/base", source)
    more = ["es", "pt", "ar", "sw"]
    settings = "".join(f'\n[languages.{code}]\nname = "{code}"\n' for code in more)
    with (source / "site.toml").open("a") as file:
        file.write(f'{settings}\n[feeds]\ncontent = "full"\n')
    for code in more:
        shutil.copytree(source / "content/en", source / "content" / code)
    colibri("build", "--site", str(source), "--output", str(folder / "made"), "--today", "2026-06-01")
    return folder / "made"
