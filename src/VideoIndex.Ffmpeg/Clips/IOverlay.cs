namespace VideoIndex.Ffmpeg.Clips;

/// <summary>What lies over the pictures of a clip: a second input, and the filters that lay it over the first.</summary>
internal interface IOverlay
{
    /// <summary>Gets the options with which FFmpeg reads it.</summary>
    IReadOnlyList<string> Input { get; }

    /// <summary>Gets the filters from the decoded frame, whose times begin at 0, to what is encoded; the second input is <c>[1:v]</c>.</summary>
    string Filters { get; }
}
