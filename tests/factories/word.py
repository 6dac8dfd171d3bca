"""Word documents made by hand: the few parts that make a docx, so that no library has to be trusted."""

from html import escape
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
REL = "http://schemas.openxmlformats.org/package/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
IMAGE = f"{R}/image"
TYPES = (
    f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="png" ContentType="image/png"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/></Types>'
)
ROOT = (
    f'{HEAD}<Relationships xmlns="{REL}"><Relationship Id="rId1" Type="{R}/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
    for key, name in [("Kop1", "heading 1"), ("Kop2", "heading 2"), ("Kop3", "heading 3"), ("Titel", "Title")]
)
NUMBERS = (
    f'{HEAD}<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt '
    'w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    "</w:numbering>"
)


def run(words: str, *, bold: bool = False) -> str:
    """Return words, perhaps bold."""
    return (
        f'<w:r>{"<w:rPr><w:b/></w:rPr>" if bold else ""}<w:t xml:space="preserve">{escape(words)}</w:t></w:r>'
    )


def paragraph(words: str, style: str = "", *, bold: bool = False) -> str:
    """Return a paragraph or heading."""
    about = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{about}{run(words, bold=bold)}</w:p>"


def heading(words: str, level: int = 1) -> str:
    """Return a heading, as Dutch Word writes it."""
    return paragraph(words, f"Kop{level}")


def item(words: str) -> str:
    """Return an item of a list."""
    about = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    return f"<w:p>{about}{run(words)}</w:p>"


def table(*rows: tuple[str, ...]) -> str:
    """Return a table."""
    cells = ["".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows]
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def picture(alt: str = "", key: str = "rId9") -> str:
    """Return a picture in a paragraph of its own."""
    return (
        "<w:p><w:r><w:drawing><wp:inline "
        'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
        f'<wp:docPr id="1" name="x" descr="{escape(alt)}"/>'
        '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData>'
        '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill>'
        f'<a:blip xmlns:r="{R}" r:embed="{key}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r></w:p>"
    )


def docx(*parts: str, image: bytes = b"", more: dict[str, bytes] | None = None, relations: str = "") -> bytes:
    """Return a whole document; `more` adds parts or takes the place of one."""
    links = f'<Relationship Id="rId9" Type="{IMAGE}" Target="media/image1.png"/>' if image else ""
    links += f'<Relationship Id="rId2" Type="{R}/styles" Target="styles.xml"/>'
    links += f'<Relationship Id="rId3" Type="{R}/numbering" Target="numbering.xml"/>{relations}'
    body = f'{HEAD}<w:document xmlns:w="{W}"><w:body>{"".join(parts)}</w:body></w:document>'
    related = f'{HEAD}<Relationships xmlns="{REL}">{links}</Relationships>'
    files = {
        "[Content_Types].xml": TYPES.encode(),
        "_rels/.rels": ROOT.encode(),
        "word/document.xml": body.encode(),
        "word/_rels/document.xml.rels": related.encode(),
        "word/styles.xml": f'{HEAD}<w:styles xmlns:w="{W}">{STYLES}</w:styles>'.encode(),
        "word/numbering.xml": NUMBERS.encode(),
        **({"word/media/image1.png": image} if image else {}),
        **(more or {}),
    }
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()
