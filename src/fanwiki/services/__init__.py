"""What a user does with a wiki, one module each; the window, the command line and the tests call these alike.

Every service takes an open wiki; every one that reads for somebody takes their `Viewer`. Curator's services
(editing, history, importing, checking) see everything and take none.
"""
