using VideoIndex.Looks;
using VideoIndex.Media;
using VideoIndex.Pipeline.Objects;
using VideoIndex.Shots;

namespace VideoIndex.Pipeline.Frames;

/// <summary>The frames of a video so far, as its segments are put one after the other.</summary>
/// <remarks>
/// What the segment before saw of the frames it ran on to is taken from there: it knows the frames they are compared with.
/// </remarks>
internal sealed class FrameStrip(PictureTrack track, IKeyframeChooser chooser)
{
    private readonly List<long> _timestamps = [];
    private readonly List<FrameScore> _scores = [];
    private readonly List<byte> _sketches = [];
    private readonly List<(int Frame, SegmentLook Look, LookSource Source, IReadOnlyList<DetectorRecord> Detectors)> _looks = [];
    private readonly List<IReadOnlyList<DetectorRecord>> _detectors = [];
    private readonly Dictionary<int, (string Folder, string Name)> _pictures = [];
    private readonly List<Gap> _gaps = [];
    private DecodeReport _report = new(0, 0, null);
    private int _parts;

    /// <summary>Adds a segment.</summary>
    /// <param name="segment">Where it lies.</param>
    /// <param name="frames">What was seen of it; null when nothing was.</param>
    /// <param name="before">What was seen of the segment before; null when there is none, or nothing was.</param>
    public void Add(Segment segment, SegmentFrames? frames, SegmentFrames? before)
    {
        if (frames is null)
        {
            AddGap(segment);
            return;
        }

        var pictures = frames.Pictures.ToDictionary(picture => picture.Place, picture => picture.Name);
        var looks = Looks(frames).ToDictionary(look => look.Look.Place);
        var seenBefore = before is null ? [] : Looks(before).Where(look => look.Look.Place >= before.Owned).ToDictionary(look => look.Look.Place - before.Owned);
        var overlap = before is null ? 0 : before.Timestamps.Count - before.Owned;
        for (var place = 0; place < frames.Owned; place++)
        {
            // The decoder of a segment could not know the frame before its first; now it is known whether that one is first in its half second.
            var isFirst = place > 0 || _timestamps is [] || PictureGrid.IsFirst(_timestamps[^1], frames.Timestamps[place], track.TimeBase);
            if (isFirst && looks.TryGetValue(place, out var look))
            {
                var (seen, source, detectors) = seenBefore.GetValueOrDefault(place, look);
                _looks.Add((_timestamps.Count, seen, source, detectors));
            }

            var (from, at) = place < overlap ? (before!, before!.Owned + place) : (frames, place);
            _sketches.AddRange(from.Sketches.Bytes.Span.Slice(at * FrameSketches.Size, FrameSketches.Size));
            AddFrame(frames.Timestamps[place], from.Scores[at], frames.Folder, isFirst ? pictures.GetValueOrDefault(place) : null);
        }

        Add(frames.Report);
        _detectors.Add(frames.Detectors);
        _parts++;
    }

    /// <summary>Ends the video and returns its frames.</summary>
    public StitchedFrames Finish()
    {
        Drop(chooser.Finish());
        return new StitchedFrames(_timestamps, _scores, chooser, _pictures, _report, _gaps)
        {
            Parts = _parts,
            Sketches = new FrameSketches(_sketches.ToArray()),
            Looks = new FrameLooks([.. _looks.Select(look => look.Frame)], _looks.SelectMany(look => look.Look.Facts).ToArray()),
            Texts = [.. _looks.Select(look => look.Look.Text)],
            Detectors = _detectors,
            Detections = SeenThings.Logs(_detectors, [.. _looks.Select(look => new SeenLook(look.Detectors, look.Look.Seen))]),
            LookSources = [.. _looks.Select(look => look.Source)],
        };
    }

    private static IEnumerable<(SegmentLook Look, LookSource Source, IReadOnlyList<DetectorRecord> Detectors)> Looks(SegmentFrames frames) =>
        frames.Looks.Select((look, at) => (look, new LookSource(frames.Folder, at), frames.Detectors));

    private void AddFrame(long timestamp, FrameScore score, string folder, string? picture)
    {
        var name = $"{_timestamps.Count}";
        if (picture is not null)
        {
            _pictures.Add(_timestamps.Count, (folder, picture));
        }

        _timestamps.Add(timestamp);
        _scores.Add(score);
        Drop(chooser.Add(timestamp, score, picture is null ? null : name));
    }

    private void Add(DecodeReport report) => _report = new DecodeReport(
        _timestamps.Count,
        _report.Complaints + report.Complaints,
        _report.FirstComplaint ?? report.FirstComplaint,
        _report.ClosedCaptions || report.ClosedCaptions,
        _report.Repaired || report.Repaired);

    // Names are those of frames here: the files of two segments may have the same name.
    private void Drop(IReadOnlyList<string> names)
    {
        foreach (var name in names)
        {
            _pictures.Remove(int.Parse(name, System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    private void AddGap(Segment segment)
    {
        if (_gaps is [.., var last] && last.Until == segment.From && segment.From is not null)
        {
            _gaps[^1] = last with { Until = segment.Until };
        }
        else
        {
            _gaps.Add(new Gap(segment.From, segment.Until));
        }
    }
}
