"""Pure: reads the converter's HTML of a document, part by part.

A heading of the first level begins a lesson. Headings below it become h3 and h4. A paragraph that begins with
“Denk even na:”, “Kort gezegd:” or “Let op:” becomes that block; a table a table, a picture a picture.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lms.courses.word_import.rules import Found, Lesson, Note, Reading
from lms.courses.word_import.tree import Node, tree_of
from lms.courses.word_import.writing import inline, listing, paragraph

MARKED = {"denk even na": "reflection", "kort gezegd": "summary", "let op": "callout"}
MARK = re.compile(r"^(denk even na|kort gezegd|let op)\s*:\s*", re.IGNORECASE)
HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
LISTS = frozenset({"ul", "ol"})
LONGEST_TITLE = 200


def read(html: str, otherwise: str) -> Reading:
    """Return the lessons in the converter's HTML; `otherwise` is the title of what has no heading."""
    reader = _Reader(otherwise)
    for node in tree_of(html).elements:
        reader.take(node)
    reader.finish()
    return Reading(tuple(reader.lessons), tuple(dict.fromkeys(reader.notes)))


class _Reader:
    """Takes the parts of a document one by one."""

    def __init__(self, otherwise: str) -> None:
        self.otherwise = otherwise
        self.lessons: list[Lesson] = []
        self.notes: list[Note] = []
        self.lines: list[str] = []
        self.has_heading = False

    def take(self, node: Node) -> None:
        """Take one part that stands on its own."""
        self._note_what_is_lost(node)
        if node.tag == "h1":
            self._begin(node)
        elif node.tag in HEADINGS:
            self._heading(node)
        elif node.tag in LISTS:
            self._line(listing(node))
            self._pictures(node)
        elif node.tag == "blockquote":
            lines = [line for line in (paragraph(one.children) for one in node.all("p")) if line]
            self._line("\n".join(["<blockquote>", *lines, "</blockquote>"]) if lines else "")
        elif node.tag == "table":
            self._table(node)
        else:
            self._paragraph(node)

    def finish(self) -> None:
        """End the last lesson; say which stayed empty."""
        self._end_text()
        for lesson in self.lessons:
            if not lesson.blocks:
                self.notes.append(Note(lesson.title, "Onder deze kop staat geen tekst."))

    def _begin(self, node: Node) -> None:
        title = node.text
        if not title:
            return
        self._end_text()
        if len(title) > LONGEST_TITLE:
            self.notes.append(Note(title[:60], "Deze kop is erg lang. We gebruiken alleen het begin."))
        self.lessons.append(Lesson(title[:LONGEST_TITLE]))
        self._pictures(node)

    def _heading(self, node: Node) -> None:
        tag = "h4" if node.tag != "h2" and self.has_heading else "h3"
        line = paragraph(node.children, tag)
        self.has_heading = self.has_heading or bool(line)
        self._line(line)
        self._pictures(node)

    def _paragraph(self, node: Node) -> None:
        words = node.text
        mark = MARK.match(words)
        if mark is None:
            self._line(paragraph(node.children))
        else:
            self._marked(MARKED[mark.group(1).lower()], words[mark.end() :])
        self._pictures(node)

    def _marked(self, kind: str, words: str) -> None:
        if not words:
            self._note("Na ‘Denk even na:’, ‘Kort gezegd:’ of ‘Let op:’ staat geen tekst.")
            return
        words = words[0].upper() + words[1:]
        if kind == "callout":
            words = paragraph([words])
        self._add(Found(kind, words))

    def _table(self, node: Node) -> None:
        rows = [[cell for cell in row.elements if cell.tag in {"td", "th"}] for row in _rows(node)]
        rows = [row for row in rows if any(cell.text for cell in row)]
        if any(node.all("table")):
            self._note("Er staat een tabel in een tabel. We nemen alleen de woorden over.")
        if len(rows) < 2:
            # A frame around text: in a course that is just text.
            for part in (part for row in rows for cell in row for part in cell.elements):
                self.take(part)
            return
        width = max(map(len, rows))
        if any(len(row) < width for row in rows) or any(_is_merged(cell) for row in rows for cell in row):
            self._note("In een tabel zijn vakken samengevoegd. Kijk die tabel na.")
        cells = [[inline(cell.children) for cell in row] for row in rows]
        self._add(Found("table", rows=[[*row, *[""] * (width - len(row))] for row in cells]))
        self._pictures(node)

    def _pictures(self, node: Node) -> None:
        for picture in node.all("img"):
            number = picture.attributes.get("src", "")
            alt = " ".join(picture.attributes.get("alt", "").split())[:LONGEST_TITLE]
            if not number.isdigit():
                self._note("Een plaatje staat niet in het bestand zelf. Voeg het later zelf toe.")
                continue
            if not alt:
                self._note("Bij een plaatje staat nog niet wat je ziet. Vul dat in bij de les.")
            self._add(Found("image", picture=int(number), alt=alt))

    def _line(self, line: str) -> None:
        if line:
            self.lines.append(line)

    def _add(self, block: Found) -> None:
        self._end_text()
        self._lesson().blocks.append(block)

    def _end_text(self) -> None:
        """Make one block of the lines so far; the next text has headings of its own."""
        if self.lines:
            self._lesson().blocks.append(Found("text", "\n".join(self.lines)))
        self.lines, self.has_heading = [], False

    def _lesson(self) -> Lesson:
        if not self.lessons:
            self.lessons.append(Lesson(self.otherwise))
            self._note("Boven het eerste stuk staat geen kop. Het wordt een les met de naam van het bestand.")
        return self.lessons[-1]

    def _note(self, sentence: str) -> None:
        self.notes.append(Note(self.lessons[-1].title if self.lessons else "", sentence))

    def _note_what_is_lost(self, node: Node) -> None:
        if any(node.all("sup")):
            self._note("Een voetnoot of klein cijfer staat nu gewoon in de tekst. Kijk het na.")
        if any(link.attributes.get("href", "").startswith("#") for link in node.all("a")):
            self._note("Een verwijzing binnen het bestand is nu gewone tekst.")


def _rows(table: Node) -> Iterator[Node]:
    """Yield the rows of a table, not those of a table in it."""
    for child in table.elements:
        if child.tag == "tr":
            yield child
        elif child.tag in {"thead", "tbody"}:
            yield from _rows(child)


def _is_merged(cell: Node) -> bool:
    return any(cell.attributes.get(name, "1") != "1" for name in ("colspan", "rowspan"))
