"""The rows of law, guidance, names and time limits: only ever add a row or close one.

A row whose exact day is not known starts on the first day that its source makes certain, and its
note says so. Sources are named by title, web pages by host and page.
"""
