"""LibreOffice without a window: a workbook opened, filled in and saved as a company does it."""

import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
FILTERS = {"xlsx": "Calc MS Excel 2007 XML", "ods": "calc8", "xls": "MS Excel 97"}
_LIMIT = 240
_LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false">
 <library:element library:name="Desk"/>
</library:library>
"""
_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Desk" script:language="StarBasic">
{code}
</script:module>
"""
_CODE = """Sub Fill
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  Dim how(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  how(0).Name = "FilterName"
  book = StarDesktop.loadComponentFromURL("{source}", "_blank", 0, hidden())
  sheet = book.Sheets.getByIndex(0)
{cells}
{saves}
  book.close(True)
End Sub
"""


def fill_in_office(source: Path, cells: Mapping[str, str], folder: Path, kinds: Sequence[str]) -> dict[str, Path]:
    """Open a workbook, type into cells of its first sheet, and save it as each kind; return the files."""
    assert OFFICE is not None
    folder.mkdir(parents=True, exist_ok=True)
    saved = {kind: folder / f"{source.stem}.{kind}" for kind in kinds}
    typed = "\n".join(f'  sheet.getCellRangeByName("{place}").FormulaLocal = "{text}"' for place, text in cells.items())
    saves = "\n".join(
        f'  how(0).Value = "{FILTERS[kind]}" : book.storeToURL("{path.as_uri()}", how())'
        for kind, path in saved.items()
    )
    code = _CODE.format(source=source.as_uri(), cells=typed, saves=saves)
    profile = folder / "profile"
    _run(profile, "--terminate_after_init")  # a new profile brings libraries of its own
    basic = profile / "user" / "basic" / "Standard"
    (basic / "script.xlb").write_text(_LIBRARY, encoding="utf-8")
    (basic / "Desk.xba").write_text(_MODULE.format(code=escape(code)), encoding="utf-8")
    _run(profile, "macro:///Standard.Desk.Fill")
    return saved


def _run(profile: Path, what: str) -> None:
    assert OFFICE is not None
    command = [OFFICE, "--headless", "--norestore", f"-env:UserInstallation={profile.as_uri()}", what]
    subprocess.run(command, check=True, capture_output=True, timeout=_LIMIT)
