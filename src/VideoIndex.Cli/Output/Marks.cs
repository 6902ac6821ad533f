using System.Text;

namespace VideoIndex.Cli.Output;

/// <summary>Reads text whose matching words stand between U+0002 and U+0003.</summary>
internal static class Marks
{
    private const char Open = '\u0002';
    private const char Close = '\u0003';

    /// <summary>Returns the text without marks.</summary>
    public static string Plain(string marked) => new([.. marked.Where(letter => letter is not (Open or Close))]);

    /// <summary>Returns where the matches are in the plain text: pairs of first UTF-16 unit and length.</summary>
    public static IReadOnlyList<int[]> Places(string marked)
    {
        var places = new List<int[]>();
        var (at, open) = (0, 0);
        foreach (var letter in marked)
        {
            switch (letter)
            {
                case Open:
                    open = at;
                    break;
                case Close:
                    places.Add([open, at - open]);
                    break;
                default:
                    at++;
                    break;
            }
        }

        return places;
    }

    /// <summary>Returns each text once, on one line, with all that matches in it between the given strings.</summary>
    public static IEnumerable<string> Shown(IEnumerable<string> marked, string before, string after) =>
        from text in marked
        group Places(text) by Plain(text) into found
        select OneLine(Between(found.Key, [.. found.SelectMany(places => places)], before, after));

    /// <summary>Returns text on one line, its line breaks as strokes.</summary>
    public static string OneLine(string text) => text.Replace("\n", " / ", StringComparison.Ordinal);

    private static string Between(string plain, IReadOnlyList<int[]> places, string before, string after)
    {
        var shown = new StringBuilder();
        var inside = false;
        for (var at = 0; at <= plain.Length; at++)
        {
            var matches = places.Any(place => at >= place[0] && at < place[0] + place[1]);
            shown.Append(matches == inside ? "" : matches ? before : after);
            shown.Append(plain.AsSpan(at, Math.Min(1, plain.Length - at)));
            inside = matches;
        }

        return shown.ToString();
    }
}
