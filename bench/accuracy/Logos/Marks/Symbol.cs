namespace VideoIndex.Accuracy.Logos.Marks;

/// <summary>A sign without a word, drawn from a seed; <paramref name="Letters"/> stand in some of them.</summary>
internal sealed record Symbol(string Kind, int Seed, string Letters, IReadOnlyList<Ink> Inks, Typeface Face)
{
    private const int Size = 400;

    public static readonly string[] Kinds = ["polygon", "star", "shield", "arcs", "swoosh", "round letters", "stripes", "crest", "petals", "cells", "chevrons", "waves"];

    public static Symbol Any(Random random, IReadOnlyList<Ink> inks, Typeface face) => new(
        Kinds[random.Next(Kinds.Length)], random.Next(), Names.Initials(random), inks, face);

    /// <summary>Gets whether there are letters in it.</summary>
    public bool HasLetters => Kind is "round letters" or "crest";

    public Mark Draw()
    {
        var mark = new Mark(Size, Size);
        var random = new Random(Seed);
        switch (Kind)
        {
            case "polygon":
                Layer(mark, 0, Outlines.Polygon(random.Next(3, 9), 1, random.NextDouble()), Outlines.Polygon(random.Next(3, 9), 0.3 + (random.NextDouble() * 0.4), random.NextDouble()));
                break;
            case "star":
                var points = random.Next(4, 12);
                Layer(mark, 0, Outlines.Star(points, 1, 0.3 + (random.NextDouble() * 0.4), 0));
                Layer(mark, 1, Outlines.Star(points, 0.55, 0.2 + (random.NextDouble() * 0.2), random.Next(2) * 0.3));
                break;
            case "shield":
                Shield(mark, random);
                break;
            case "arcs":
                Arcs(mark, random);
                break;
            case "swoosh":
                for (var at = random.Next(1, 4); at > 0; at--)
                {
                    Layer(mark, at - 1, Outlines.Swoosh(-0.2 + (random.NextDouble() * 0.8), -0.6 + random.NextDouble(), 0.25 + (random.NextDouble() * 0.3), (random.NextDouble() * 0.9) - 0.4));
                }

                break;
            case "round letters":
                (double X, double Y)[][] grounds = [Outlines.Disc(1), Outlines.Box(-1, -1, 1, 1), Outlines.Polygon(6, 1, 0), Outlines.Disc(1, flat: 0.6)];
                Layer(mark, 0, grounds[random.Next(grounds.Length)]);
                Write(mark, 1, 0, 0, 1.1);
                break;
            case "stripes":
                Stripes(mark, random);
                break;
            case "crest":
                Crest(mark, random);
                break;
            case "petals":
                Petals(mark, random);
                break;
            case "cells":
                Cells(mark, random);
                break;
            case "chevrons":
                Chevrons(mark, random);
                break;
            default:
                Waves(mark, random);
                break;
        }

        return mark.Trim();
    }

    private void Crest(Mark mark, Random random)
    {
        Shield(mark, random);
        Layer(mark, 2, Outlines.Box(-1, 0.35, 1, 0.75));
        Layer(mark, 1, Outlines.Star(random.Next(5, 9), 0.35, 0.16, 0).Select(p => (p.X, p.Y - 0.35)).ToArray());
        Write(mark, 3, 0, 0.55, 0.9, 0.3);
    }

    private void Petals(Mark mark, Random random)
    {
        var count = random.Next(3, 10);
        var (radius, flat, away) = (0.4 + (random.NextDouble() * 0.12), 0.25 + (random.NextDouble() * 0.5), 0.4 + (random.NextDouble() * 0.15));
        for (var at = 0; at < count; at++)
        {
            var turn = at * 2 * Math.PI / count;
            Layer(mark, at % Math.Max(1, Inks.Count - 1), Outlines.Disc(radius, away * Math.Cos(turn), away * Math.Sin(turn), flat, turn));
        }

    }

    private void Chevrons(Mark mark, Random random)
    {
        var (many, thick) = (random.Next(2, 5), 0.15 + (random.NextDouble() * 0.2));
        for (var at = 0; at < many; at++)
        {
            var top = -0.6 + (at * 1.3 / many);
            Layer(mark, at, [(-0.9, top + 0.3), (0, top - 0.3), (0.9, top + 0.3), (0.9, top + 0.3 + thick), (0, top - 0.3 + thick), (-0.9, top + 0.3 + thick)]);
        }

    }

    private void Shield(Mark mark, Random random)
    {
        var (shoulder, belly) = ((random.NextDouble() * 0.5) - 0.4, 0.5 + (random.NextDouble() * 0.6));
        Layer(mark, 0, Outlines.Shield(1, shoulder, belly));
        var field = Outlines.Shield(0.86, shoulder, belly);
        switch (random.Next(4))
        {
            case 0:
                Within(mark, 1, field, [.. Enumerable.Range(0, 3).Select(at => Outlines.Box(-0.72 + (at * 0.5), -1, -0.5 + (at * 0.5), 1))]);
                break;
            case 1:
                Within(mark, 1, field, Outlines.Box(-1, -1, 0, 0), Outlines.Box(0, 0, 1, 1));
                break;
            case 2:
                Within(mark, 1, field, [(-1.0, 0.2), (0, -0.5), (1.0, 0.2), (1.0, 0.6), (0, -0.1), (-1.0, 0.6)]);
                break;
            default:
                Within(mark, 1, field, Outlines.Box(-0.3, -1, 0.1, 1, 0.6));
                break;
        }
    }

    private void Arcs(Mark mark, Random random)
    {
        var rings = random.Next(2, 5);
        for (var ring = 0; ring < rings; ring++)
        {
            var from = random.NextDouble() * 6;
            Layer(mark, ring, Outlines.Arc((ring + 0.4) / rings, (ring + 1.0) / rings, from, from + 2 + (random.NextDouble() * 3.5)));
        }
    }

    private void Stripes(Mark mark, Random random)
    {
        var (count, lean) = (random.Next(2, 6), random.NextDouble() * 0.5);
        var bars = Enumerable.Range(0, count).Select(at => Outlines.Box(-1.2 + (at * 2.4 / count), -1, -1.2 + ((at + 0.6) * 2.4 / count), 1, lean)).ToArray();
        var ground = random.Next(3) switch { 0 => Outlines.Disc(1), 1 => Outlines.Polygon(random.Next(3, 7), 1, 0), _ => Outlines.Box(-1, -0.7, 1, 0.7) };
        for (var at = 0; at < count; at++)
        {
            Within(mark, at, ground, bars[at]);
        }
    }

    private void Cells(Mark mark, Random random)
    {
        var (side, dots) = (random.Next(3, 7), random.Next(2) == 0);
        for (var y = 0; y < side; y++)
        {
            for (var x = 0; x < (side + 1) / 2; x++)
            {
                var layer = random.Next(3);
                foreach (var column in (ReadOnlySpan<int>)(layer == 2 ? [] : [x, side - 1 - x]))
                {
                    var (left, top, step) = (-1 + (column * 2.0 / side), -1 + (y * 2.0 / side), 2.0 / side);
                    Layer(mark, layer, dots ? Outlines.Disc(step * 0.45, left + (step / 2), top + (step / 2)) : Outlines.Box(left, top, left + step, top + step));
                }
            }
        }

        Layer(mark, 0, Outlines.Disc(0.2));
    }

    private void Waves(Mark mark, Random random)
    {
        var (count, height, turns) = (random.Next(2, 6), 0.05 + (random.NextDouble() * 0.2), 2 + (random.NextDouble() * 5));
        Layer(mark, 0, Outlines.Disc(1));
        Within(mark, 1, Outlines.Disc(0.92), [.. Enumerable.Range(0, count).Select(at => Outlines.Wave(-0.8 + (at * 1.7 / count), 0.8 / count, height, turns))]);
    }

    private void Write(Mark mark, int ink, double x, double y, double wide, double high = 1)
    {
        var word = Lettering.Set(Letters, Face, Of(ink));
        var scale = Math.Min(wide * (Size / 2) / word.Width, high * (Size / 2) / word.Height);
        mark.Lay(word, ((x + 1) * Size / 2) - (word.Width * scale / 2), ((y + 1) * Size / 2) - (word.Height * scale / 2), scale);
    }

    private void Layer(Mark mark, int ink, params (double X, double Y)[][] outlines) => Within(mark, ink, null, outlines);

    private void Within(Mark mark, int ink, (double X, double Y)[]? field, params (double X, double Y)[][] outlines)
    {
        var stencil = new Stencil(Size, Size);
        stencil.Add([.. outlines.Select(Place)]);
        if (field is not null)
        {
            var kept = new Stencil(Size, Size);
            kept.Add(Place(field));
            stencil.Keep(kept);
        }

        mark.Paint(stencil.Cover(), Of(ink));
    }

    private static (double X, double Y)[] Place((double X, double Y)[] outline) =>
        [.. outline.Select(point => ((point.X * 0.98 + 1) * Size / 2, (point.Y * 0.98 + 1) * Size / 2))];

    private Ink Of(int at) => Inks[at % Inks.Count];
}
