using VideoIndex.Timing;

namespace VideoIndex.Interchange.Transcripts.Cues;

/// <summary>What stands on the screen together, and when.</summary>
/// <param name="Span">When it is shown.</param>
/// <param name="Lines">Its lines, from top to bottom.</param>
public sealed record Cue(MediaSpan Span, IReadOnlyList<CueLine> Lines)
{
    /// <summary>Gets why what it says is not believed, one of <see cref="VideoIndex.Transcripts.DropReasons"/>; null where it is.</summary>
    public string? Dropped { get; init; }

    /// <summary>Gets its text, lines joined by a newline.</summary>
    public string Text => string.Join('\n', Lines.Select(line => line.Text));
}

/// <summary>A line of a cue.</summary>
/// <param name="Runs">Its text, in stretches of words that are sure and words that are not; spaces are in the text.</param>
public sealed record CueLine(IReadOnlyList<CueRun> Runs)
{
    /// <summary>Gets who speaks; null where nobody knows.</summary>
    public string? Speaker { get; init; }

    /// <summary>Gets whether another speaks here than in the line before, of this cue or the last one.</summary>
    public bool StartsTurn { get; init; }

    /// <summary>Gets the whole line.</summary>
    public string Text => string.Concat(Runs.Select(run => run.Text));
}

/// <summary>A stretch of a line.</summary>
/// <param name="Text">The text.</param>
/// <param name="IsUnsure">Whether its words are ones the model is not sure of.</param>
public readonly record struct CueRun(string Text, bool IsUnsure);

/// <summary>The cues of a transcript.</summary>
/// <param name="Cues">The cues in order. Those made of words do not overlap; those a file came with are as it has them.</param>
/// <param name="Notes">Which rules could not be kept, and how often, a sentence each.</param>
public sealed record CueSheet(IReadOnlyList<Cue> Cues, IReadOnlyList<string> Notes);
