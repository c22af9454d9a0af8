"""Git, the one outside world that truth is read from and written to.

Only this folder runs git, only through GitPython, and only plumbing (design 8.5).
"""
