using VideoIndex.Media;
using VideoIndex.Pipeline.Stages;
using VideoIndex.Shots;

namespace VideoIndex.Pipeline.Frames;

/// <summary>Puts the segments of a video together. Pure.</summary>
/// <remarks>
/// The first frames of a segment are also the last that the segment before was decoded on to. They must be the same frames at
/// the same times, or a decoder that starts inside this video does not see what one that comes from its start sees. Their
/// scores are taken from the segment before, which knows the frames they are compared with.
/// </remarks>
public static class Stitching
{
    // A score looks back four frames: from here on both sides know all of it, and must agree on all of it.
    private const int LooksBack = 4;

    /// <summary>Returns all frames of a video, or why the segments cannot be trusted to give them.</summary>
    /// <param name="track">The picture track.</param>
    /// <param name="segments">The segments, in order.</param>
    /// <param name="analyzed">What was found in each, by its unit; those whose job died are absent.</param>
    /// <param name="chooser">A fresh chooser of keyframes.</param>
    public static Stitch Of(
        PictureTrack track, IReadOnlyList<Segment> segments, IReadOnlyDictionary<string, FramesAnalyzed> analyzed, IKeyframeChooser chooser)
    {
        var parts = segments.Select(segment => analyzed.GetValueOrDefault(segment.Unit)).ToList();
        if (Distrust(segments, parts) is { } reason)
        {
            return new Stitch(null, reason);
        }

        var strip = new Strip(track, chooser);
        for (var part = 0; part < parts.Count; part++)
        {
            strip.Add(segments[part], parts[part]?.Frames, part > 0 ? parts[part - 1]?.Frames : null);
        }

        return new Stitch(strip.Finish(), null);
    }

    // A video decoded whole is taken as it is: there is nothing better.
    private static string? Distrust(IReadOnlyList<Segment> segments, List<FramesAnalyzed?> parts)
    {
        if (parts.TrueForAll(part => part is null))
        {
            return "no segment was analysed";
        }

        return segments is [{ IsWhole: true }]
            ? null
            : segments.Select((segment, part) => Distrust(segment, parts[part]) ?? DistrustSeam(segments, parts, part)).FirstOrDefault(reason => reason is not null);
    }

    private static string? Distrust(Segment segment, FramesAnalyzed? part) => part switch
    {
        null => null,
        { Refusal: { } refusal } => $"segment {segment.Unit}: {refusal.Code}",
        { Frames: { Report: { Complaints: > 0 } report } } => $"segment {segment.Unit}: {report.FirstComplaint}",
        { Frames: { Report.Repaired: true } } => $"segment {segment.Unit}: timestamps are missing or out of order",
        { Frames: { } frames } when segment.From is { } from && frames.Timestamps[0] != from => $"segment {segment.Unit}: its first frame did not come",
        { Frames.Owned: < Segment.FewestFrames } => $"segment {segment.Unit}: too few frames came",
        _ => null,
    };

    private static string? DistrustSeam(IReadOnlyList<Segment> segments, List<FramesAnalyzed?> parts, int part)
    {
        if (part == 0 || (parts[part - 1]?.Frames, parts[part]?.Frames) is not ({ } before, { } after))
        {
            return null;
        }

        if (before.Timestamps.Count - before.Owned != Segment.Overlap)
        {
            return $"segment {segments[part - 1].Unit}: it did not run on into the next";
        }

        for (var place = 0; place < Segment.Overlap; place++)
        {
            var (one, other) = (before.Scores[before.Owned + place], after.Scores[place]);
            var agree = before.Timestamps[before.Owned + place] == after.Timestamps[place]
                && (place < LooksBack ? InItself(one) == InItself(other) : one == other);
            if (!agree)
            {
                return $"segment {segments[part].Unit}: frame {place} is another when decoded from before the seam";
            }
        }

        return null;
    }

    private static (ulong Fingerprint, byte Mean, byte Deviation, byte Sharpness, byte Texture) InItself(FrameScore score) =>
        (score.Fingerprint, score.Mean, score.Deviation, score.Sharpness, score.Texture);

    /// <summary>The frames so far.</summary>
    private sealed class Strip(PictureTrack track, IKeyframeChooser chooser)
    {
        private readonly List<long> _timestamps = [];
        private readonly List<FrameScore> _scores = [];
        private readonly Dictionary<int, (string Folder, string Name)> _pictures = [];
        private readonly List<Gap> _gaps = [];
        private DecodeReport _report = new(0, 0, null);

        public void Add(Segment segment, SegmentFrames? frames, SegmentFrames? before)
        {
            if (frames is null)
            {
                AddGap(segment);
                return;
            }

            var pictures = frames.Pictures.ToDictionary(picture => picture.Place, picture => picture.Name);
            for (var place = 0; place < frames.Owned; place++)
            {
                var known = before is not null && place < Segment.Overlap;
                var score = known ? before!.Scores[before.Owned + place] : frames.Scores[place];
                AddFrame(frames.Timestamps[place], score, frames.Folder, pictures.GetValueOrDefault(place), isFirst: place == 0);
            }

            var report = frames.Report;
            _report = new DecodeReport(
                _timestamps.Count,
                _report.Complaints + report.Complaints,
                _report.FirstComplaint ?? report.FirstComplaint,
                _report.ClosedCaptions || report.ClosedCaptions,
                _report.Repaired || report.Repaired);
        }

        public StitchedFrames Finish()
        {
            Drop(chooser.Finish());
            return new StitchedFrames(_timestamps, _scores, chooser, _pictures, _report, _gaps);
        }

        // The decoder of a segment could not know the frame before its first; now it is known whether that one is first in its half second.
        private void AddFrame(long timestamp, FrameScore score, string folder, string? picture, bool isFirst)
        {
            if (isFirst && _timestamps is [.., var last] && !PictureGrid.IsFirst(last, timestamp, track.TimeBase))
            {
                picture = null;
            }

            var name = $"{_timestamps.Count}";
            if (picture is not null)
            {
                _pictures.Add(_timestamps.Count, (folder, picture));
            }

            _timestamps.Add(timestamp);
            _scores.Add(score);
            Drop(chooser.Add(timestamp, score, picture is null ? null : name));
        }

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
}
