namespace VideoIndex.Pipeline.Flow;

/// <summary>The names of the stages, as they stand in job keys, meters and answers.</summary>
public static class StageNames
{
    /// <summary>What the container says.</summary>
    public const string Probe = "probe";

    /// <summary>Where the pictures are cut for decoding.</summary>
    public const string Plan = "plan";

    /// <summary>The quick look at the sync frames.</summary>
    public const string Survey = "survey";

    /// <summary>The decode of a segment.</summary>
    public const string Frames = "frames";

    /// <summary>The words on the screen.</summary>
    public const string Text = "read-text";

    /// <summary>The decode of the sound.</summary>
    public const string Listen = "listen";

    /// <summary>The captions.</summary>
    public const string Captions = "captions";

    /// <summary>The decisions.</summary>
    public const string Assemble = "assemble";

    /// <summary>The keypoints of all segments as one.</summary>
    public const string Track = "track";

    /// <summary>The pictures and the search index.</summary>
    public const string Index = "index";

    /// <summary>What is said.</summary>
    public const string Transcribe = "transcribe";

    /// <summary>The search for logos.</summary>
    public const string Logos = "find-logos";
}
