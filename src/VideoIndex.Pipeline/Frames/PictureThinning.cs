using VideoIndex.Media;
using VideoIndex.Pipeline.Assembly;
using VideoIndex.Shots;

namespace VideoIndex.Pipeline.Frames;

/// <summary>Says, while a decode runs, which of its pictures can go: a long file must not pile them up.</summary>
internal interface IPictureThinning
{
    /// <summary>Takes the next frame and returns the pictures that can go now.</summary>
    IReadOnlyList<string> Add(long timestamp, FrameScore score, string? picture);

    /// <summary>Ends the decode and returns the pictures that can go then.</summary>
    IReadOnlyList<string> Finish();
}

/// <summary>Drops the pictures of a segment that no decode of the whole would keep.</summary>
/// <remarks>
/// Two pictures are compared only where the whole video would compare them the same way. Frames that lie too near the
/// segment's start are left out of it: their scores lack the frames before, and where their shot begins is not known. At its
/// end nothing need be left out: what is decided there is decided once the frames run on to have been seen, and what is
/// not decided then stays.
/// </remarks>
internal sealed class SegmentThinning(Segment segment, IKeyframeChooser chooser) : IPictureThinning
{
    // The frames whose scores lack frames before them, those whose strength reads such a score, and those such a cut may be near to.
    private const int Exempt = (Segment.Overlap / 2) + CutStrength.Reach + IKeyframeChooser.Margin;
    private int _frames;

    public IReadOnlyList<string> Add(long timestamp, FrameScore score, string? picture) =>
        chooser.Add(timestamp, score, segment.From is not null && _frames++ < Exempt ? null : picture);

    public IReadOnlyList<string> Finish() => segment.Until is null ? chooser.Finish() : [];
}

/// <summary>Keeps the first picture of each shot that the first look finds.</summary>
internal sealed class FirstLookThinning : IPictureThinning
{
    private bool _kept;

    public IReadOnlyList<string> Add(long timestamp, FrameScore score, string? picture)
    {
        var spare = _kept && !FirstLook.BeginsShot(score);
        _kept = spare || picture is not null;
        return spare && picture is not null ? [picture] : [];
    }

    public IReadOnlyList<string> Finish() => [];
}
