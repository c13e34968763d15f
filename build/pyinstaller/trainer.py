"""Entry point of the frozen trainer: a command, or one of its own child processes."""

import runpy
import sys

from training.children import CHILDREN, FLAG

if __name__ == "__main__":
    if sys.argv[1:2] == [FLAG]:
        module = CHILDREN[sys.argv[2]]
        sys.argv = [module, *sys.argv[3:]]
        runpy.run_module(module, run_name="__main__", alter_sys=True)
    else:
        from training.__main__ import leave, main

        leave(main())
