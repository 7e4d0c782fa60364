"""``python -m heardback`` is the program too."""

from heardback.cli import main

if __name__ == "__main__":
    main()
