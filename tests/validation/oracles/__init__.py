"""One file an oracle: a regularity that theory gives exactly, and what the program makes of it.
`ORACLES` are all of them in the order of their file names."""

import importlib
import pkgutil

ORACLES = [importlib.import_module(f"{__name__}.{module.name}").ORACLE
           for module in sorted(pkgutil.iter_modules(__path__), key=lambda module: module.name)
           if module.name.startswith("oracle_")]
