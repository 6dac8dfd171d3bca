"""What a trainer may use inside a text."""

TEXT_FEATURES = ["h3", "h4", "bold", "italic", "ul", "ol", "link", "blockquote"]
INLINE_FEATURES = ["bold", "italic", "link"]
