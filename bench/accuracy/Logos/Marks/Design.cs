namespace VideoIndex.Accuracy.Logos.Marks;

/// <summary>How the parts of a mark lie.</summary>
internal enum Layout
{
    Word,
    Symbol,
    Beside,
    Above,
    TwoLines,
    Boxed,
    Full,
}

/// <summary>A mark before it is drawn: all of it follows from a number.</summary>
internal sealed record Design(Layout Layout, string Word, string Second, Typeface Face, Symbol Symbol, IReadOnlyList<Ink> Inks)
{
    public static Design Of(int number)
    {
        var random = new Random(number);
        var inks = new List<Ink> { Ink.Any(random) };
        for (var more = random.Next(4); more > 0; more--)
        {
            inks.Add(inks[^1].Apart(random, 0.22));
        }

        if (inks.Count == 1)
        {
            inks.Add(inks[0].Light > 0.5 ? Ink.Black : Ink.White);
        }

        var face = Typeface.Any(random);
        var layout = random.Next(11) switch
        {
            0 or 1 => Layout.Word,
            2 or 3 => Layout.Symbol,
            4 or 5 => Layout.Beside,
            6 => Layout.Above,
            7 => Layout.TwoLines,
            8 => Layout.Boxed,
            _ => Layout.Full,
        };
        return new Design(layout, Names.Any(random), Names.Any(random), face, Symbol.Any(random, inks, face), inks);
    }

    /// <summary>Gets whether there is a word in it.</summary>
    public bool HasWord => Layout != Layout.Symbol;

    /// <summary>Draws it, trimmed, its longer side at most 800 pixels.</summary>
    public Mark Draw()
    {
        var mark = Layout switch
        {
            Layout.Symbol => Symbol.Draw(),
            Layout.Word => Lettering.Set(Word, Face, Inks[0]),
            Layout.Beside => Join(Symbol.Draw(), Lettering.Set(Word, Face, Inks[0]), 300, 160, below: false),
            Layout.Above => Join(Symbol.Draw(), Lettering.Set(Word, Face, Inks[0]), 300, 110, below: true),
            Layout.TwoLines => Lines(),
            Layout.Full => Framed(Join(Symbol.Draw(), Lines(), 300, 230, below: false)),
            _ => Box(),
        };
        var scale = Math.Min(1, 800.0 / Math.Max(mark.Width, mark.Height));
        return scale < 1 ? mark.Resize((int)(mark.Width * scale), (int)(mark.Height * scale)) : mark;
    }

    private Mark Lines() => Join(
        Lettering.Set(Word, Face, Inks[0]), Lettering.Set(Second, Face with { Slant = 0 }, Inks[1].Light > 0.9 ? Inks[0] : Inks[1]), 170, 70, below: true);

    // A line around it, and one below.
    private Mark Framed(Mark inner)
    {
        var (width, height) = (inner.Width + 100, inner.Height + 130);
        var stencil = new Stencil(width, height);
        stencil.Add(Outlines.Box(2, 2, width - 2, height - 2), Outlines.Box(16, 16, width - 16, height - 16));
        stencil.Add(Outlines.Box(50, inner.Height + 70, width - 50, inner.Height + 84));
        return new Mark(width, height).Paint(stencil.Cover(), Inks[^1].Light > 0.9 ? Inks[0] : Inks[^1]).Lay(inner, 50, 50, 1);
    }

    private static Mark Join(Mark first, Mark second, int high, int small, bool below)
    {
        const int Gap = 36;
        var (one, two) = ((double)high / first.Height, (double)small / second.Height);
        var (wide, other) = (first.Width * one, second.Width * two);
        if (below)
        {
            var width = Math.Max(wide, other);
            return new Mark((int)width + 2, high + small + Gap).Lay(first, (width - wide) / 2, 0, one).Lay(second, (width - other) / 2, high + Gap, two).Trim();
        }

        return new Mark((int)(wide + other) + Gap + 2, high).Lay(first, 0, 0, one).Lay(second, wide + Gap, (high - small) / 2.0, two).Trim();
    }

    private Mark Box()
    {
        var word = Lettering.Set(Word, Face, Inks[1]);
        var (width, height, margin) = (word.Width + 120, word.Height + 110, 4.0);
        var stencil = new Stencil(width, height);
        var round = Face.Power > 1.5 ? Math.Min(width, height) * 0.25 : 1;
        stencil.Add([.. Corner(width - margin - round, margin + round, -90), .. Corner(width - margin - round, height - margin - round, 0),
            .. Corner(margin + round, height - margin - round, 90), .. Corner(margin + round, margin + round, 180)]);
        return new Mark(width, height).Paint(stencil.Cover(), Inks[0]).Lay(word, 60, 55, 1).Trim();

        IEnumerable<(double X, double Y)> Corner(double x, double y, int from) => Enumerable.Range(0, 10).Select(at => (
            x + (round * Math.Cos((from + (at * 10)) * Math.PI / 180)), y + (round * Math.Sin((from + (at * 10)) * Math.PI / 180))));
    }
}
