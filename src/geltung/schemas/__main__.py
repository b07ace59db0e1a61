"""``python -m geltung.schemas``: write all schemas anew, beside this module and where the site publishes them."""

from geltung.schemas.export import PUBLISHED, write_all

if __name__ == "__main__":
    write_all()
    if PUBLISHED.is_dir():
        write_all(PUBLISHED)
