"""What the desk can do, an object for each: given the ports that it needs, it names its actions.

`workbench.tui.desk` makes them and registers their actions; none of them knows the desk or the app.
"""
