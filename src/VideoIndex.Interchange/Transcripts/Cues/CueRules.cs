using VideoIndex.Timing;
using VideoIndex.Transcripts;

namespace VideoIndex.Interchange.Transcripts.Cues;

/// <summary>How much may stand on the screen, and for how long. The defaults are those of Netflix' public Timed Text Style Guides (General Requirements, and each language's own).</summary>
/// <remarks>
/// In Chinese, Japanese and Korean a narrow character counts as half of one. What is spoken faster than people read cannot be had within all the rules;
/// text is never left out for them, and where one is broken <see cref="CueSheet.Notes"/> says how often.
/// </remarks>
public sealed record CueRules
{
    /// <summary>Gets the most characters a line may have, from 10 to 200; 42 by default, 13 in Japanese, 16 in Chinese and Korean.</summary>
    public int MaxLine { get; init; } = 42;

    /// <summary>Gets the most lines, from 1 to 4; 2 by default.</summary>
    public int MaxLines { get; init; } = 2;

    /// <summary>Gets the most characters a second, spaces counted, from 1 to 60; 20 by default, as for English and grown-ups, 4 in Japanese, 9 in Chinese, 12 in Korean, 17 in all others.</summary>
    public int ReadingSpeed { get; init; } = 20;

    /// <summary>Gets the shortest a cue may be shown; 5/6 s by default.</summary>
    public MediaDuration MinDuration { get; init; } = new(new Rational(5, 6));

    /// <summary>Gets the longest a cue may be shown; 7 s by default.</summary>
    public MediaDuration MaxDuration { get; init; } = new(new Rational(7, 1));

    /// <summary>Gets the shortest time between two cues; 1/12 s by default, two frames of film. Half a second or less that is left is closed up to it.</summary>
    public MediaDuration Gap { get; init; } = new(new Rational(1, 12));

    /// <summary>Gets how long a cue may stay after its last word so that it can be read; half a second by default, twelve frames. The shortest duration goes first.</summary>
    public MediaDuration Linger { get; init; } = new(new Rational(1, 2));

    /// <summary>Gets how near a cut a cue's beginning or end must be to be moved to it; a quarter of a second by default.</summary>
    public MediaDuration SnapWithin { get; init; } = new(new Rational(1, 4));

    /// <summary>Gets whether the words nobody is sure of are marked in the text, <c>(meat?)</c>; false by default. The signs count as characters.</summary>
    public bool MarkUnsure { get; init; }

    /// <summary>Gets whether utterances that are not believed make cues too; false by default.</summary>
    public bool WithDropped { get; init; }

    /// <summary>Gets whether the captions a file came with are broken into lines anew; false by default. Their times are never changed.</summary>
    public bool Rewrap { get; init; }

    /// <summary>Gets whether a narrow character counts as half of one.</summary>
    public bool IsWide { get; init; }

    /// <summary>Returns the defaults for a transcript, by its language, or where that is unknown, by its script.</summary>
    public static CueRules For(Transcript transcript)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        return Language(transcript) switch
        {
            "ja" or "jpn" => new CueRules { MaxLine = 13, ReadingSpeed = 4, IsWide = true },
            "zh" or "zho" or "chi" or "yue" => new CueRules { MaxLine = 16, ReadingSpeed = 9, IsWide = true },
            "ko" or "kor" => new CueRules { MaxLine = 16, ReadingSpeed = 12, IsWide = true },
            "en" or "eng" or null => new CueRules(),
            _ => new CueRules { ReadingSpeed = 17 },
        };
    }

    private static string? Language(Transcript transcript) =>
        transcript.Language?.Split('-', '_')[0].ToLowerInvariant() is { Length: > 0 } said and not "und"
            ? said
            : TextWidth.ScriptOf(transcript.Utterances.Take(100).Select(utterance => utterance.Text));
}
