using VideoIndex.Looks;

namespace VideoIndex.ScreenText.Spans;

/// <summary>Words of one line that begin and end together, as far as they are believed.</summary>
/// <param name="Words">Them, in reading order, 1 or more.</param>
internal sealed record TextLine(IReadOnlyList<WordLife> Words)
{
    /// <summary>How sure a word must be, in percent.</summary>
    public const int LeastSure = 55;

    // Of what is read where nothing is written, one word in 56 is surer than 50 percent, and those are of one or two letters; of
    // true words on plain ground, at most one in a hundred is less sure than 60 (docs/text.md).
    private const int SureEnough = 70, SureAtOneLook = 90, Certain = 85;

    /// <summary>Gets the stay they begin in.</summary>
    public Stay First => Words[0].First;

    /// <summary>Gets the stay they end in.</summary>
    public Stay Last => Words[0].Last;

    /// <summary>Gets how many looks there are from the first to the last.</summary>
    public int Looks => Last.LastLook - First.FirstLook + 1;

    /// <summary>Gets the words, with blanks between.</summary>
    public string Label => string.Join(' ', Words.Select(word => word.Ballot.Best.Text));

    /// <summary>Gets how sure they are, in percent: the mean, longer words counting more.</summary>
    public int Percent => Words.Sum(word => word.Ballot.Percent * word.Ballot.Core.Length) / Letters;

    /// <summary>Gets where they are.</summary>
    public PictureBox Box => Words.Select(word => word.Box).Aggregate(WordLife.Around);

    /// <summary>Gets the language most of the letters are of; null when no reader says.</summary>
    public string? Language => Words.GroupBy(word => word.Ballot.Best.Language)
        .OrderByDescending(group => group.Sum(word => word.Ballot.Core.Length)).First().Key;

    /// <summary>Gets whether they are to be believed.</summary>
    /// <remarks>A letter alone never is; two, or what nobody can say, only if it is certain; what one look saw only if it is surer than what several saw.</remarks>
    public bool IsBelievable => Letters switch
    {
        < 2 => false,
        2 => Percent >= Certain && Looks > 1,
        _ when !Words.Any(word => WordForm.IsSayable(word.Ballot.Core)) => Percent >= Certain,
        _ => Percent >= (Looks > 1 ? SureEnough : SureAtOneLook),
    };

    private int Letters => Words.Sum(word => word.Ballot.Core.Length);

    /// <summary>Returns the lines that words make.</summary>
    public static IEnumerable<TextLine> Of(IEnumerable<WordLife> lives) =>
        lives.Where(life => life.Ballot.Percent >= (life.Ballot.Core.Length == 1 ? Certain : LeastSure))
            .GroupBy(life => (life.First, life.Last))
            .Select(group => new TextLine([.. group.OrderBy(life => life.Order)]));
}
