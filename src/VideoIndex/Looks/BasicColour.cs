namespace VideoIndex.Looks;

/// <summary>The eleven colours that have a name of their own in nearly every language that has that many (Berlin and Kay, 1969).</summary>
/// <remarks>The numbers are stored, as places in <see cref="LookFacts.Shares"/>, and are frozen. The names, in lower case, are what is searched.</remarks>
public enum BasicColour
{
    /// <summary>Dark, of no colour.</summary>
    Black = 0,

    /// <summary>Light, of no colour.</summary>
    White = 1,

    /// <summary>Between the two.</summary>
    Grey = 2,

    /// <summary>As blood, fire engines, brick.</summary>
    Red = 3,

    /// <summary>As oranges and flames.</summary>
    Orange = 4,

    /// <summary>As lemons, gold, ripe corn.</summary>
    Yellow = 5,

    /// <summary>As leaves and grass, dark and light; olive and most of turquoise too.</summary>
    Green = 6,

    /// <summary>As the sky and the sea, from navy to cyan.</summary>
    Blue = 7,

    /// <summary>As violets and aubergines; lilac.</summary>
    Purple = 8,

    /// <summary>As roses and salmon; magenta.</summary>
    Pink = 9,

    /// <summary>As wood, earth, leather; tan and beige.</summary>
    Brown = 10,
}

/// <summary>The names of colours as they are searched.</summary>
public static class ColourNames
{
    /// <summary>Returns the label of a colour: its name in lower case.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the eleven.</exception>
    public static string LabelOf(BasicColour colour) => colour switch
    {
        BasicColour.Black => "black",
        BasicColour.White => "white",
        BasicColour.Grey => "grey",
        BasicColour.Red => "red",
        BasicColour.Orange => "orange",
        BasicColour.Yellow => "yellow",
        BasicColour.Green => "green",
        BasicColour.Blue => "blue",
        BasicColour.Purple => "purple",
        BasicColour.Pink => "pink",
        BasicColour.Brown => "brown",
        _ => throw new ArgumentOutOfRangeException(nameof(colour), colour, "There are eleven basic colours."),
    };

    /// <summary>Returns the label a searched word means: <c>gray</c> is <c>grey</c>, and any other word is itself in lower case.</summary>
    public static string Meant(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return word.Equals("gray", StringComparison.OrdinalIgnoreCase) ? "grey" : word.ToLowerInvariant();
    }
}
