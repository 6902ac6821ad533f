using VideoIndex.Looks;

namespace VideoIndex.ScreenText.Spans;

/// <summary>Drops what is only a piece, or another reading, of a word that is known better.</summary>
/// <remarks>
/// Where a line is found in pieces at one look and whole at the next, a piece reads as a word of its own. Two words cannot be in one
/// place at one time; of two that are, the one seen longer is believed.
/// </remarks>
internal static class Shreds
{
    /// <summary>Returns the lines without them.</summary>
    public static IEnumerable<TextLine> Drop(IEnumerable<TextLine> lines)
    {
        var sorted = lines.OrderBy(line => line.First.FirstLook).ToList();
        var shreds = new HashSet<WordLife>();
        List<TextLine> near = [];
        foreach (var line in sorted)
        {
            near.RemoveAll(other => other.Last.LastLook + 1 < line.First.FirstLook);
            foreach (var other in near)
            {
                var (shorter, longer) = line.Looks < other.Looks ? (line, other) : (other, line);
                shreds.UnionWith(shorter.Words.Where(word => longer.Words.Any(whole => IsShred(word, whole, longer.Looks > shorter.Looks))));
            }

            near.Add(line);
        }

        return sorted
            .Select(line => new TextLine([.. line.Words.Where(word => !shreds.Contains(word))]))
            .Where(line => line.Words.Count > 0);
    }

    private static bool IsShred(WordLife word, WordLife whole, bool isShorter)
    {
        if (word.Moves || whole.Moves || !IsOn(word.Box, whole.Box))
        {
            return false;
        }

        var together = word.First.FirstLook <= whole.Last.LastLook && whole.First.FirstLook <= word.Last.LastLook;
        var (part, all) = (word.Ballot.Core, whole.Ballot.Core);
        return (together && isShorter) || (part.Length < all.Length && all.Contains(part, StringComparison.Ordinal));
    }

    // Half of the word is on the other.
    private static bool IsOn(PictureBox word, PictureBox other)
    {
        var width = Math.Min(word.Left + word.Width, other.Left + other.Width) - Math.Max(word.Left, other.Left);
        var height = Math.Min(word.Top + word.Height, other.Top + other.Height) - Math.Max(word.Top, other.Top);
        return width > 0 && height > 0 && 2L * width * height >= (long)word.Width * word.Height;
    }
}
