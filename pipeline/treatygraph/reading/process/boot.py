"""What a reading process runs first: it finds this very package, and nothing that lies in the working folder.

It is started with `-I` and `-S`, as a file, so that neither the environment nor a folder but the standard library's
adds a module. The parent gives its own module path without the working folder, and where its package lies: so the
package is also found that was named by PYTHONPATH or installed for editing.

Usage: boot.py MEMORY MODULE PACKAGE [FOLDER …]
"""

import importlib
import importlib.util
import os
import sys


def start(memory: int, module: str, package: str, folders: list[str]) -> None:
    """Run `main` of `module`, in the package that lies in the folder `package`, with `memory` bytes."""
    sys.path[:] = folders
    name = module.partition(".")[0]
    place = importlib.util.spec_from_file_location(
        name, os.path.join(package, "__init__.py"), submodule_search_locations=[package]
    )
    assert place is not None
    assert place.loader is not None
    sys.modules[name] = importlib.util.module_from_spec(place)
    place.loader.exec_module(sys.modules[name])
    importlib.import_module(module).main(memory)


if __name__ == "__main__":
    start(int(sys.argv[1]), sys.argv[2], sys.argv[3], sys.argv[4:])
