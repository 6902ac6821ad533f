using VideoIndex.Looks;

namespace VideoIndex.ScreenText.Spans;

/// <summary>A word in a stay: what was read in its place, one or more times, or never where it is only known from before or after.</summary>
internal sealed class StayWord(Stay stay, PictureBox box, string core)
{
    /// <summary>Gets the stay it is in.</summary>
    public Stay Stay { get; } = stay;

    /// <summary>Gets where it is.</summary>
    public PictureBox Box { get; } = box;

    /// <summary>Gets its letters and digits, in capitals, by the likeliest reading.</summary>
    public string Core { get; } = core;

    /// <summary>Gets the readings; empty where it was not read here.</summary>
    public IReadOnlyList<SeenWord> Readings { get; init; } = [];

    /// <summary>Gets whether what was read is too unsure to say that this is another word than what was there before.</summary>
    public bool IsDoubtful { get; init; }

    /// <summary>Gets the same word in the stay before; null where it begins.</summary>
    public StayWord? Before { get; private set; }

    /// <summary>Gets the same word in the stay after; null where it ends.</summary>
    public StayWord? After { get; private set; }

    /// <summary>Says that the word goes on.</summary>
    public void GoesOnAs(StayWord after) => (After, after.Before) = (after, this);

    /// <summary>Gets how many stays in a row, up to this one, it was not read in.</summary>
    public int Unread => Readings.Count > 0 ? 0 : 1 + (Before?.Unread ?? 0);
}
