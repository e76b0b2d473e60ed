"""``python -m zhnews.cli``: the command without its script."""

from zhnews.cli import main

if __name__ == "__main__":
    main()
