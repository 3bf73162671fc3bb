# RUN: %python %s %root
"""Names that say what is inside, and files of one concern: no Utils, Helpers, Common; a banner names its own
file; a warning over 350 lines, an error over 500. Argument: the repository's root."""
import os
import re
import sys

import tree

VAGUE = re.compile(r"(?:^|/)[^/]*(?:utils?|helpers?|common|misc|stuff)(?:[^a-z][^/]*)?$", re.I)
BANNER = re.compile(r"(?://|/\*)===- (\S+)")
LONG, TOO_LONG = 350, 500


def main(root):
    problems, warnings = [], []
    paths = tree.files(root)
    for path in paths:
        if VAGUE.search(path):
            problems.append(f"{path}: a name that says nothing; name the concern")
        if path.endswith(tree.CXX + (".td", ".py", ".sh")):
            text = tree.read(root, path)
            banner = BANNER.match(text)
            if banner and banner[1] != os.path.basename(path):
                problems.append(f"{path}: opens as {banner[1]}; a banner has the file's own name")
            lines = text.count("\n")
            if lines > TOO_LONG:
                problems.append(f"{path}: {lines} lines; over {TOO_LONG} is more than one concern, split it")
            elif lines > LONG:
                warnings.append(f"warning: {path}: {lines} lines; which of them are another concern?")
    print("\n".join(warnings))
    tree.finish("file_names", problems, len(paths))


main(sys.argv[1])
