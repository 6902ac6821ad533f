using VideoIndex.Looks;

namespace VideoIndex.ScreenText.Spans;

/// <summary>A word from the stay it begins in to the one it ends in.</summary>
/// <param name="words">The word in each stay, in order, 1 or more, read in one at least.</param>
internal sealed class WordLife(IReadOnlyList<StayWord> words)
{
    /// <summary>Gets what all its readings come to.</summary>
    public Ballot Ballot { get; } = Ballot.Of([.. words.SelectMany(word => word.Readings)]);

    /// <summary>Gets the stay it begins in.</summary>
    public Stay First => words[0].Stay;

    /// <summary>Gets the stay it ends in.</summary>
    public Stay Last => words[^1].Stay;

    /// <summary>Gets where it stands among the words of its line.</summary>
    public int Order => First.Words.IndexOf(words[0]);

    /// <summary>Gets where it is: the middle of its places, or all of them together where it moves.</summary>
    public PictureBox Box => Moves ? words.Select(word => word.Box).Aggregate(Around) : Centre;

    /// <summary>Gets whether it moves by more than its height.</summary>
    public bool Moves => words.Any(word =>
        Math.Abs(word.Box.Left - Centre.Left) > Centre.Height || Math.Abs(word.Box.Top - Centre.Top) > Centre.Height);

    private PictureBox Centre => field == default
        ? field = new PictureBox(Middle(box => box.Left), Middle(box => box.Top), Middle(box => box.Width), Middle(box => box.Height))
        : field;

    /// <summary>Returns every word's life.</summary>
    public static IEnumerable<WordLife> Of(IEnumerable<Stay> stays) =>
        from stay in stays
        from word in stay.Words
        where word.Before is null
        let life = Following(word).ToList()
        where life.Exists(part => part.Readings.Count > 0)
        select new WordLife(life);

    /// <summary>Returns the box around two.</summary>
    public static PictureBox Around(PictureBox one, PictureBox other)
    {
        var (left, top) = (Math.Min(one.Left, other.Left), Math.Min(one.Top, other.Top));
        return new PictureBox(
            left, top, Math.Max(one.Left + one.Width, other.Left + other.Width) - left, Math.Max(one.Top + one.Height, other.Top + other.Height) - top);
    }

    private static IEnumerable<StayWord> Following(StayWord? word)
    {
        for (; word is not null; word = word.After)
        {
            yield return word;
        }
    }

    private int Middle(Func<PictureBox, int> side) => words.Select(word => side(word.Box)).Order().ElementAt((words.Count - 1) / 2);
}
