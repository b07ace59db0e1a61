"""``python -m geltung.schemas``: write all schemas anew."""

from geltung.schemas.export import write_all

if __name__ == "__main__":
    write_all()
