using VideoIndex.Timing;

namespace VideoIndex.Interchange.Transcripts.Cues;

/// <summary>A cue that is being made.</summary>
internal sealed class CueDraft
{
    public CueDraft(CueWord[] words, string? speaker, string? dropped)
    {
        Parts = [(speaker, words)];
        Dropped = dropped;
        Start = words[0].Span.Start;
        Spoken = End = words.Max(word => word.Span.End);
    }

    /// <summary>Gets who says what in it: one speaker, or several at once.</summary>
    public List<(string? Speaker, CueWord[] Words)> Parts { get; }

    public string? Dropped { get; }

    public MediaTime Start { get; set; }

    public MediaTime End { get; set; }

    /// <summary>Gets when its last word ends.</summary>
    public MediaTime Spoken { get; private set; }

    /// <summary>Gets how much there is to read.</summary>
    public decimal Characters(bool isWide) => Parts.Sum(part => part.Words.Sum(word => TextWidth.Characters(word.Text, isWide) + (word.HasSpace ? isWide ? 0.5m : 1 : 0)));

    /// <summary>Returns two as one, the second's words behind the first's where the same person says them, with a space in scripts that have some.</summary>
    public static CueDraft Joined(CueDraft first, CueDraft second, bool isWide)
    {
        var joined = new CueDraft(first.Parts[0].Words, first.Parts[0].Speaker, first.Dropped);
        joined.Parts.Clear();
        joined.Parts.AddRange(first.Parts);
        foreach (var (speaker, words) in second.Parts)
        {
            if (joined.Parts[^1].Speaker == speaker)
            {
                var behind = words.Select((word, at) => at == 0 ? word with { HasSpace = !isWide } : word);
                joined.Parts[^1] = (speaker, [.. joined.Parts[^1].Words, .. behind]);
            }
            else
            {
                joined.Parts.Add((speaker, words));
            }
        }

        joined.Start = first.Start;
        joined.Spoken = joined.End = first.Spoken > second.Spoken ? first.Spoken : second.Spoken;
        return joined;
    }
}
