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

    /// <summary>Returns the text on one line with the matches between the given strings.</summary>
    public static string Shown(string marked, string before, string after) =>
        new StringBuilder(marked).Replace("\n", " / ").Replace(Open.ToString(), before).Replace(Close.ToString(), after).ToString();
}
