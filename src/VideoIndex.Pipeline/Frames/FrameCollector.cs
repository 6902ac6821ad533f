using VideoIndex.Looks;
using VideoIndex.Media;
using VideoIndex.Pipeline.Logos;
using VideoIndex.Pipeline.Objects;
using VideoIndex.Pipeline.ScreenText;
using VideoIndex.ScreenText;
using VideoIndex.Shots;

namespace VideoIndex.Pipeline.Frames;

/// <summary>Taps one decode: keeps what is seen of every frame and every look, and deletes pictures that can stand for no shot while it runs.</summary>
/// <param name="segment">What is decoded.</param>
/// <param name="taps">What taps it.</param>
/// <param name="thinning">Says which pictures can go.</param>
/// <param name="folder">Where the pictures are written.</param>
/// <param name="progress">Is told how many frames have passed.</param>
internal sealed class FrameCollector(
    Segment segment, FrameTaps taps, IPictureThinning thinning, string folder, Action<long> progress) : IFrameSink, IDisposable
{
    // Often enough for a decoder that manages one frame a second.
    private const int FramesBetweenReports = 8;
    private readonly List<long> _timestamps = [];
    private readonly List<FrameScore> _scores = [];
    private readonly List<byte> _sketches = [];
    private readonly List<SegmentLook> _looks = [];
    private readonly Dictionary<string, int> _pictures = [];
    private readonly CropKeeper _crops = new(folder, toTheEnd: segment.Until is null);
    private readonly LookDetectors _detectors = new(taps.Detectors);
    private FeatureLog? _features;
    private int _owned;

    public void OnFrame(in GrayFrame frame)
    {
        var owned = segment.Until is not { } until || frame.Timestamp < until;
        var picture = owned ? frame.Picture : null;
        var score = taps.Scorer.Score(frame.Pixels);
        Sketch(frame.Pixels);
        taps.Spotter?.Pass(frame.Timestamp, frame.Pixels);
        if (!frame.Look.IsEmpty)
        {
            _looks.Add(Look(frame.Timestamp, frame.Look));
        }

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

    /// <summary>Ends the decode and returns what was seen. The folder then holds the kept pictures and crops, and nothing else.</summary>
    public SegmentFrames Finish(DecodeReport report)
    {
        Drop(thinning.Finish());
        Settle(null);
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            if (Path.GetFileName(file) is var name && !_pictures.ContainsKey(name) && !_crops.Names.Contains(name) && name != FeatureLog.Name)
            {
                File.Delete(file); // of frames the next segment owns, or dropped before it was written
            }
        }

        return new SegmentFrames(
            _timestamps,
            _scores,
            _owned,
            [.. _pictures.Select(picture => new FramePicture(picture.Value, picture.Key)).OrderBy(picture => picture.Place)],
            Path.GetFileName(folder),
            report)
        {
            Sketches = new FrameSketches(_sketches.ToArray()),
            Looks = _looks,
            Detectors = _detectors.Records,
        };
    }

    /// <summary>Closes what is written.</summary>
    public void Dispose() => _features?.Dispose();

    private void Sketch(ReadOnlySpan<byte> gray)
    {
        Span<byte> sketch = stackalloc byte[FrameSketches.Size];
        taps.Sketcher.Sketch(gray, sketch);
        _sketches.AddRange(sketch);
    }

    private SegmentLook Look(long timestamp, in LookPicture picture)
    {
        var facts = new byte[LookFacts.Size];
        taps.Analyst?.Look(picture, facts);
        var text = taps.Spotter?.Look(timestamp, picture);
        if (taps.Features is { } watcher)
        {
            (_features ??= new FeatureLog(folder)).Add(watcher.Look(timestamp, picture));
        }

        Settle(text);
        return new SegmentLook(_timestamps.Count, facts, text?.Look ?? new TextLook(timestamp, [], [])) { Seen = _detectors.Look(picture) };
    }

    private void Settle(SpottedText? next)
    {
        if (_crops.Next(next) is { } last)
        {
            _looks[^1] = _looks[^1] with { Text = last };
        }
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
