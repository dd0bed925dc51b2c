"""Charts: what they show and where each mark goes, without Qt and without reportlab.

``gui`` and ``briefs`` each own one small surface that draws the marks.
"""
