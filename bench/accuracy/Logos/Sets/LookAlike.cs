using VideoIndex.Accuracy.Logos.Marks;

namespace VideoIndex.Accuracy.Logos.Sets;

/// <summary>Draws marks that are taken for others and are none.</summary>
internal static class LookAlike
{
    private static readonly string[] Kinds = ["other word", "other letters", "mirrored", "partly changed", "inside a bigger mark"];

    /// <summary>Returns a mark that is like another. The kind follows the number, or is the next one that can be told from the mark itself.</summary>
    public static Logo Make(Logo like, Design design, Random random, int number)
    {
        for (var turn = 0; ; turn++)
        {
            var kind = Kinds[(number + turn) % Kinds.Length];
            if (Draw(kind, like.Mark, design, random) is { } mark && Difference(mark, like.Mark) > 0.04)
            {
                return new Logo($"{like.Name}-like", LogoRole.LookAlike, mark, kind, like.Name);
            }
        }
    }

    private static Mark? Draw(string kind, Mark mark, Design design, Random random) => kind switch
    {
        "other word" when design.HasWord => (design with { Word = Names.Any(random), Second = Names.Any(random) }).Draw(),
        "other letters" when design.Symbol.HasLetters && design.Layout is Layout.Symbol or Layout.Beside or Layout.Above or Layout.Full =>
            (design with { Symbol = design.Symbol with { Letters = Names.Initials(random) } }).Draw(),
        "mirrored" => mark.Mirror(),
        "partly changed" when design.Layout is Layout.Word or Layout.Boxed or Layout.TwoLines or Layout.Full => (design with { Word = Swap(design.Word, random) }).Draw(),
        "partly changed" => (design with { Symbol = design.Symbol with { Seed = random.Next() } }).Draw(),
        "inside a bigger mark" => Bigger(mark, design, random),
        _ => null,
    };

    private static string Swap(string word, Random random)
    {
        var at = random.Next(word.Length);
        return word[..at] + (char)('A' + (word[at] - 'A' + random.Next(1, 26)) % 26) + word[(at + 1)..];
    }

    private static Mark Bigger(Mark mark, Design design, Random random)
    {
        const int High = 240;
        var (scale, more) = ((double)High / mark.Height, Lettering.Set(Names.Any(random), design.Face, design.Inks[0]));
        var wide = (int)(mark.Width * scale);
        return new Mark(wide + 40 + more.Width, High).Lay(mark, 0, 0, scale).Lay(more, wide + 40, Math.Max(0, (High - more.Height) / 2.0), 1).Trim();
    }

    // The mean difference of ink, both drawn equally small.
    private static double Difference(Mark one, Mark other)
    {
        const int Side = 48;
        var (a, b, sum) = (one.Resize(Side, Side).Pixels, other.Resize(Side, Side).Pixels, 0.0);
        for (var at = 0; at < a.Length; at += 4)
        {
            for (var part = 0; part < 3; part++)
            {
                sum += Math.Abs(((255 - a[at + part]) * a[at + 3]) - ((255 - b[at + part]) * b[at + 3]));
            }

            sum += 255 * Math.Abs(a[at + 3] - b[at + 3]);
        }

        return sum / (Side * Side * 255.0 * 255.0);
    }
}
