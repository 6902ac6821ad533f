using VideoIndex.Media;
using VideoIndex.Shots;

namespace VideoIndex.Pipeline.Frames;

/// <summary>Taps one decode: scores every frame, and deletes pictures that can stand for no shot while it runs.</summary>
/// <param name="segment">What is decoded.</param>
/// <param name="scorer">Scores frames; has seen none.</param>
/// <param name="thinning">Says which pictures can go.</param>
/// <param name="folder">Where the pictures are written.</param>
/// <param name="progress">Is told how many frames have passed.</param>
internal sealed class FrameCollector(
    Segment segment, IFrameScorer scorer, IPictureThinning thinning, string folder, Action<long> progress) : IFrameSink
{
    // Often enough for a decoder that manages one frame a second.
    private const int FramesBetweenReports = 8;
    private readonly List<long> _timestamps = [];
    private readonly List<FrameScore> _scores = [];
    private readonly Dictionary<string, int> _pictures = [];
    private int _owned;

    public void OnFrame(in GrayFrame frame)
    {
        var owned = segment.Until is not { } until || frame.Timestamp < until;
        var picture = owned ? frame.Picture : null;
        var score = scorer.Score(frame.Pixels);
        if (picture is not null)
        {
            _pictures.Add(picture, _scores.Count);
        }

        Drop(thinning.Add(frame.Timestamp, score, picture));
        _timestamps.Add(frame.Timestamp);
        _scores.Add(score);
        _owned += owned ? 1 : 0;
        if (_scores.Count % FramesBetweenReports == 0)
        {
            progress(_scores.Count);
        }
    }

    /// <summary>Ends the decode and returns what was seen. The folder then holds the kept pictures and nothing else.</summary>
    public SegmentFrames Finish(DecodeReport report)
    {
        Drop(thinning.Finish());
        foreach (var file in Directory.EnumerateFiles(folder).Where(file => !_pictures.ContainsKey(Path.GetFileName(file))))
        {
            File.Delete(file); // of frames the next segment owns, or dropped before it was written
        }

        return new SegmentFrames(
            _timestamps,
            _scores,
            _owned,
            [.. _pictures.Select(picture => new FramePicture(picture.Value, picture.Key)).OrderBy(picture => picture.Place)],
            Path.GetFileName(folder),
            report);
    }

    private void Drop(IReadOnlyList<string> pictures)
    {
        foreach (var name in pictures)
        {
            _pictures.Remove(name);
            File.Delete(Path.Combine(folder, name));
        }
    }
}
