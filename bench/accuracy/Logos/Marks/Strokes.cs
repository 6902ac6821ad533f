using System.Globalization;

namespace VideoIndex.Accuracy.Logos.Marks;

/// <summary>Capitals as lines of a pen, of our own. M begins a line, L draws straight on; H and V draw a quarter of a bow that sets off level or upright. A letter is 1 high, from its top, and as wide as its typeface says.</summary>
internal static class Strokes
{
    private static readonly Dictionary<char, (string Lines, double Wide)> Letters = new()
    {
        ['A'] = ("M0,1 L.5,0 L1,1 M.19,.66 L.81,.66", 1.05),
        ['B'] = ("M0,0 L0,1 L.6,1 H.95,.74 V.6,.48 L0,.48 M.55,.48 H.86,.24 V.55,0 L0,0", 0.95),
        ['C'] = ("M.95,.25 V.55,0 H0,.5 V.55,1 H.95,.75", 1),
        ['D'] = ("M0,0 L0,1 L.45,1 H1,.5 V.45,0 L0,0", 1),
        ['E'] = ("M.9,0 L0,0 L0,1 L.9,1 M0,.5 L.75,.5", 0.85),
        ['F'] = ("M.9,0 L0,0 L0,1 M0,.52 L.75,.52", 0.8),
        ['G'] = ("M.95,.22 V.55,0 H0,.5 V.5,1 H1,.66 L1,.56 L.6,.56", 1.05),
        ['H'] = ("M0,0 L0,1 M1,0 L1,1 M0,.5 L1,.5", 0.95),
        ['I'] = ("M0,0 L0,1", 0.12),
        ['J'] = ("M.9,0 L.9,.65 V.45,1 H0,.7", 0.75),
        ['K'] = ("M0,0 L0,1 M.95,0 L0,.58 M.35,.4 L1,1", 0.95),
        ['L'] = ("M0,0 L0,1 L.85,1", 0.8),
        ['M'] = ("M0,1 L0,0 L.5,.7 L1,0 L1,1", 1.25),
        ['N'] = ("M0,1 L0,0 L1,1 L1,0", 1),
        ['O'] = ("M.5,0 H1,.5 V.5,1 H0,.5 V.5,0", 1.1),
        ['P'] = ("M0,1 L0,0 L.55,0 H.95,.28 V.55,.56 L0,.56", 0.9),
        ['Q'] = ("M.5,0 H1,.5 V.5,1 H0,.5 V.5,0 M.6,.7 L1,1.05", 1.1),
        ['R'] = ("M0,1 L0,0 L.55,0 H.95,.28 V.55,.56 L0,.56 M.5,.56 L1,1", 0.95),
        ['S'] = ("M.92,.2 V.5,0 H.05,.26 V.5,.49 H.97,.74 V.5,1 H.03,.8", 0.9),
        ['T'] = ("M0,0 L1,0 M.5,0 L.5,1", 0.95),
        ['U'] = ("M0,0 L0,.55 V.5,1 H1,.55 L1,0", 1),
        ['V'] = ("M0,0 L.5,1 L1,0", 1.05),
        ['W'] = ("M0,0 L.25,1 L.5,.25 L.75,1 L1,0", 1.4),
        ['X'] = ("M0,0 L1,1 M1,0 L0,1", 1),
        ['Y'] = ("M0,0 L.5,.5 L1,0 M.5,.5 L.5,1", 1),
        ['Z'] = ("M0,0 L1,0 L0,1 L1,1", 0.95),
    };

    /// <summary>Returns how wide a letter is, in parts of a common one.</summary>
    public static double Width(char letter) => Letters[letter].Wide;

    /// <summary>Returns the lines of a letter.</summary>
    public static IEnumerable<IReadOnlyList<(double X, double Y)>> Lines(char letter, double power)
    {
        var line = new List<(double X, double Y)>();
        foreach (var word in Letters[letter].Lines.Split(' '))
        {
            var numbers = word[1..].Split(',');
            var to = (X: Number(numbers[0]), Y: Number(numbers[1]));
            if (word[0] == 'M')
            {
                if (line.Count > 0)
                {
                    yield return [.. line];
                }

                line.Clear();
            }

            line.AddRange(word[0] is 'H' or 'V' ? Bow(line[^1], to, word[0] == 'H', power) : [to]);
        }

        yield return line;
    }

    // A quarter of G. Lamé's curve.
    private static IEnumerable<(double X, double Y)> Bow((double X, double Y) from, (double X, double Y) to, bool level, double power)
    {
        const int Steps = 14;
        for (var step = 1; step <= Steps; step++)
        {
            var angle = Math.PI / 2 * step / Steps;
            var (along, aside) = (Math.Pow(Math.Sin(angle), 2 / power), 1 - Math.Pow(Math.Max(0, Math.Cos(angle)), 2 / power));
            yield return level
                ? (from.X + ((to.X - from.X) * along), from.Y + ((to.Y - from.Y) * aside))
                : (from.X + ((to.X - from.X) * aside), from.Y + ((to.Y - from.Y) * along));
        }
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
