using VideoIndex.Looks;

namespace VideoIndex.ScreenText.Spans;

/// <summary>The same picture in the same place, look after look.</summary>
/// <param name="sighting">Its first sighting.</param>
/// <param name="look">The look that saw it first, by its place among all.</param>
internal sealed class Stay(TextSighting sighting, int look)
{
    private readonly List<IReadOnlyList<SeenWord>> _readings = [];

    /// <summary>Gets where it stands.</summary>
    public PictureBox Box => sighting.Box;

    /// <summary>Gets how far its line rises, in tenths of a degree.</summary>
    public int Angle => sighting.Angle;

    /// <summary>Gets the timestamp of the first frame that shows it.</summary>
    public long Since => sighting.Since;

    /// <summary>Gets the first look that saw it.</summary>
    public int FirstLook { get; } = look;

    /// <summary>Gets the last look that saw it.</summary>
    public int LastLook { get; set; } = look;

    /// <summary>Gets the timestamp of the first frame without it; null where nobody looked.</summary>
    public long? Until { get; set; }

    /// <summary>Gets its words, left to right.</summary>
    public List<StayWord> Words { get; } = [];

    /// <summary>Gets how far it moved since the stay before, for each look; none where there is none or it stands.</summary>
    public (int X, int Y) Motion { get; set; }

    /// <summary>Gets the stay it goes on from; null where it is new.</summary>
    public Stay? Before { get; set; }

    /// <summary>Gets how many readings it has.</summary>
    public int Readings => _readings.Count;

    /// <summary>Gets how many letters and digits it has.</summary>
    public int Letters => Words.Sum(word => word.Core.Length);

    /// <summary>Adds what was read at one of its looks.</summary>
    public void Read(IReadOnlyList<SeenWord> words) => _readings.Add(words);

    /// <summary>Puts its readings together: word beside word, each with all that was read in its place.</summary>
    public void Settle()
    {
        List<List<SeenWord>> columns = [];
        foreach (var reading in _readings)
        {
            var pairs = Alignment.Of([.. columns.Select(column => Ballot.Of(column).Core)], [.. reading.Select(word => WordForm.Core(word.Text))]);
            columns = [.. pairs.Select(pair =>
                (List<SeenWord>)[.. pair.One < 0 ? [] : columns[pair.One], .. pair.Other < 0 ? [] : new[] { reading[pair.Other] }])];
        }

        foreach (var column in columns)
        {
            var ballot = Ballot.Of(column);
            Words.Add(new StayWord(this, ballot.Best.Box, ballot.Core) { Readings = column, IsDoubtful = ballot.Percent < TextLine.LeastSure });
        }
    }

    /// <summary>Adds a word that was not read here, in its place among the others.</summary>
    public StayWord Supply(PictureBox box, string core)
    {
        var word = new StayWord(this, box, core);
        var place = Words.FindIndex(other => other.Box.Left > box.Left);
        Words.Insert(place < 0 ? Words.Count : place, word);
        return word;
    }
}
