"""How tables of facts are written into Swift sources."""


def wrap(line, width=104):
    """Breaks a line of the table with a backslash, so that the file stays readable."""
    pieces, piece = [], ""
    for word in line.split(" "):
        if piece and len(piece) + 1 + len(word) > width:
            pieces.append(piece + " \\")
            piece = "  " + word
        else:
            piece = f"{piece} {word}" if piece else word
    return pieces + [piece]


def literal(lines):
    """The lines of a text in three quotes, as the value of a property."""
    return ['    """', *(f"    {piece}" for line in lines for piece in wrap(line)), '    """']
