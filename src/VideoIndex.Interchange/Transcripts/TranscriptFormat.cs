namespace VideoIndex.Interchange.Transcripts;

/// <summary>What a transcript can be written as.</summary>
public enum TranscriptFormat
{
    /// <summary>SubRip captions (<c>.srt</c>).</summary>
    Srt,

    /// <summary>WebVTT captions (<c>.vtt</c>).</summary>
    Vtt,

    /// <summary>Text to read (<c>.txt</c>): a paragraph a turn, each with its time.</summary>
    Txt,

    /// <summary>All there is (<c>.json</c>): exact times, words, how sure the model is.</summary>
    Json,
}
