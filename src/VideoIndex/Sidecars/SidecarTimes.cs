using VideoIndex.Timing;
using VideoIndex.Transcripts;

namespace VideoIndex.Sidecars;

/// <summary>Sees to it that the times of a video can be reckoned with: that they have one unit all of them are counted in, and sums and differences fit.</summary>
internal static class SidecarTimes
{
    // Twice the longest video that is read, and room for what lies beside it.
    private const long MostSeconds = 200_000;
    private const long MostFramesPerSecond = 10_000;
    private const long MostContainerSeconds = 100_000_000_000;

    public static void Check(VideoSidecar sidecar)
    {
        var unit = 1L;
        var known = new HashSet<long> { 1 };
        foreach (var (place, time) in All(sidecar))
        {
            SidecarRules.Require(IsWithin(time.Seconds, MostSeconds), place, $"a time is at most {MostSeconds} seconds from the video's own zero");
            if (known.Add(time.Seconds.Denominator))
            {
                unit = CommonUnit(unit, time.Seconds.Denominator, place);
            }
        }

        foreach (var rate in new[] { sidecar.Contents.Video.Rate, sidecar.Contents.Video.Timecodes?.First.Rate })
        {
            SidecarRules.Require(rate is not { } frames || frames.FramesPerSecond <= new Rational(MostFramesPerSecond, 1), "/video", $"a video has at most {MostFramesPerSecond} frames a second");
        }

        CheckContainer(sidecar);
    }

    private static IEnumerable<(string Place, MediaTime Time)> All(VideoSidecar sidecar)
    {
        var contents = sidecar.Contents;
        return Ends("/video/extent", [contents.Video.Extent])
            .Concat(contents.Video.Timecodes is { } track ? [("/video/timecodes", track.FirstFrame)] : [])
            .Concat(Ends("/shots", contents.Shots.Select(shot => shot.Shot.Span)))
            .Concat(contents.Shots.Select(shot => ("/shots", shot.KeyframeTime)))
            .Concat(Ends("/transitions", contents.Transitions.Select(one => one.Span)))
            .Concat(contents.Transitions.Select(one => ("/transitions", one.At)))
            .Concat(Ends("/scenes", contents.Scenes.Select(scene => scene.Span)))
            .Concat(Said("/transcripts", contents.Transcripts))
            .Concat(Tagged("/tags", contents.Tags))
            .Concat(sidecar.Vectors.SelectMany(vectors => vectors.Moments).SelectMany(moment => ((string, MediaTime)[])[("/vectors", moment.Span.Start), ("/vectors", moment.Span.End), ("/vectors", moment.At)]))
            .Concat(Ends("/reviews", sidecar.Reviews.Select(entry => entry.Claim.Span)))
            .Concat(Tagged("/imports", sidecar.Imports.SelectMany(import => import.Tags)))
            .Concat(Said("/imports", sidecar.Imports.SelectMany(import => import.Transcripts)))
            .Concat(Ends("/alerts", sidecar.Told.Select(told => told.Span)))
            .Concat(sidecar.Evidence is { } evidence ? [("/frames/end", evidence.End)] : [])
            .Concat(sidecar.Prints is { } prints ? [("/prints/soundStart", prints.Sound.Start)] : []);
    }

    private static IEnumerable<(string Place, MediaTime Time)> Ends(string place, IEnumerable<MediaSpan> spans) =>
        spans.SelectMany(span => ((string, MediaTime)[])[(place, span.Start), (place, span.End)]);

    private static IEnumerable<(string Place, MediaTime Time)> Said(string place, IEnumerable<Transcript> transcripts)
    {
        var utterances = transcripts.SelectMany(transcript => transcript.Utterances);
        return Ends(place, utterances.SelectMany(said => said.Words.Select(word => word.Span).Prepend(said.Span)));
    }

    private static IEnumerable<(string Place, MediaTime Time)> Tagged(string place, IEnumerable<Tags.Tag> tags) =>
        tags.SelectMany(tag => Ends(place, [tag.Span]).Concat(tag.Path?.Points.Select(point => (place, point.At)) ?? []));

    // The container counts from where it likes. Timestamps rise, so what holds for the first and the last holds for all.
    private static void CheckContainer(VideoSidecar sidecar)
    {
        if (sidecar.Evidence is not { } evidence)
        {
            return;
        }

        var fits = evidence.TimeBase > default(Rational) && IsWithin(evidence.TimeBase, MostSeconds) && IsWithin(evidence.Zero.Seconds, MostContainerSeconds);
        foreach (var timestamp in evidence.Count == 0 ? [] : new[] { evidence.Timestamps[0], evidence.Timestamps[^1] })
        {
            fits = fits && IsOnTimeline(evidence, timestamp);
        }

        SidecarRules.Require(fits, "/frames", "every frame is shown within reach of the video's own zero");
    }

    private static bool IsOnTimeline(Shots.FrameEvidence evidence, long timestamp)
    {
        try
        {
            return IsWithin(evidence.OnTimeline(timestamp).Seconds, MostSeconds);
        }
        catch (OverflowException)
        {
            return false;
        }
    }

    private static bool IsWithin(Rational value, long most) => value <= new Rational(most, 1) && value >= new Rational(-most, 1);

    private static long CommonUnit(long one, long other, string place)
    {
        var (divisor, rest) = (one, other);
        while (rest != 0)
        {
            (divisor, rest) = (rest, divisor % rest);
        }

        var unit = (Int128)(one / divisor) * other;
        SidecarRules.Require(unit * MostSeconds * 4 <= long.MaxValue, place, "the times of a video have one unit they are all counted in, and these have none that can be reckoned with");
        return (long)unit;
    }
}
