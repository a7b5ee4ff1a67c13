"""One file a fact; `FACTS` are all of them in the order of their file names."""

import importlib
import pkgutil

FACTS = [importlib.import_module(f"{__name__}.{module.name}").FACT
         for module in sorted(pkgutil.iter_modules(__path__), key=lambda module: module.name)
         if module.name.startswith("fact_")]
