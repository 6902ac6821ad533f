using System.Globalization;
using VideoIndex.Media;
using VideoIndex.Pipeline.Frames;
using VideoIndex.Shots;
using VideoIndex.Timing;
using VideoIndex.Videos;

namespace VideoIndex.Pipeline.Assembly;

/// <summary>How whole a video is: its state, and how much of what the container promised was decoded.</summary>
/// <param name="State">Ok or degraded.</param>
/// <param name="Code">Why it is degraded; null when ok.</param>
/// <param name="Sentence">The same for people.</param>
/// <param name="Coverage">Decoded over declared, from 0 to 1; null when the container declares nothing to measure against.</param>
internal sealed record Condition(VideoState State, string? Code, string? Sentence, Rational? Coverage)
{
    private static readonly MediaDuration OneSecond = new(new Rational(1, 1));
    private static readonly Rational OnePercent = new(1, 100);
    private static readonly Rational Whole = new(1, 1);

    /// <summary>Judges a decode. An exit code of zero does not mean decoded: the errors on the way and the length speak.</summary>
    public static Condition Of(MediaProbe probe, FrameEvidence evidence, FrameRate? rate, DecodeReport report)
    {
        var decoded = evidence.End - evidence.TimeOf(0);
        var declared = probe.Pictures[0].DeclaredDuration ?? (probe.Audio is [] ? probe.DeclaredDuration : null);
        // A transport stream never waits with a picture: what stands still there was lost on the way.
        var holes = report.Complaints > 0 || probe.Format == "mpegts" ? Holes(evidence) : default;
        var coverage = declared is { } length ? Share(evidence.Count, decoded - holes, length, rate) : (Rational?)null;
        var judged = Judge(decoded, declared, coverage, report.Complaints, report.FirstComplaint);
        return judged.State == VideoState.Ok && IsLarge(holes, decoded)
            ? new Condition(VideoState.Degraded, "frames-missing", "Pictures are missing in the middle.", coverage)
            : judged;
    }

    /// <summary>Judges a video of which some stretches could not be analysed, whatever else is wrong with it.</summary>
    public static Condition WithGaps(MediaProbe probe, FrameEvidence evidence, FrameRate? rate, StitchedFrames frames)
    {
        var judged = Of(probe, evidence, rate, frames.Report);
        var stretches = frames.Gaps.Select(gap => $"{Told(gap.From, "the start")} to {Told(gap.Until, "the end")}");
        return new Condition(
            VideoState.Degraded, "parts-missing", $"Not analysed, because the work on it was given up: from {string.Join(", from ", stretches)}.", judged.Coverage);

        string Told(long? timestamp, string otherwise) => timestamp is { } known ? Clock(evidence.OnTimeline(known)) : otherwise;
    }

    /// <summary>Returns a video whose captions could not be read for a reason that is not its own.</summary>
    public static Video WithoutCaptions(Video video) => video.State != VideoState.Ok ? video : video with
    {
        State = VideoState.Degraded,
        Code = "parts-missing",
        Sentence = "The captions were not read, because the work on them was given up.",
    };

    /// <summary>Judges a file of sound alone.</summary>
    public static Condition Of(MediaProbe probe, SoundReport report) => Judge(
        report.Length,
        probe.DeclaredDuration,
        probe.DeclaredDuration is { } length ? Share(0, report.Length, length, null) : null,
        report.Complaints,
        firstComplaint: null);

    private static Condition Judge(
        MediaDuration decoded, MediaDuration? declared, Rational? coverage, int complaints, string? firstComplaint)
    {
        if (declared is { } promised && decoded - promised is var surplus && IsLarge(surplus, promised))
        {
            return new Condition(VideoState.Degraded, "longer-than-declared", "The pictures run on far beyond the length the file declares.", coverage);
        }

        if (declared is { } whole && IsLarge(whole - decoded, whole))
        {
            return new Condition(VideoState.Degraded, "truncated", $"Only part of the declared length could be decoded: {Percent(coverage)}.", coverage);
        }

        return complaints == 0
            ? new Condition(VideoState.Ok, null, null, coverage)
            : new Condition(VideoState.Degraded, "damaged", Damage(complaints, firstComplaint), coverage);
    }

    // A wait ten times as long as is usual. In a whole file of a varying rate that is a picture standing still.
    private static MediaDuration Holes(FrameEvidence evidence)
    {
        var steps = evidence.Timestamps.Zip(evidence.Timestamps.Skip(1), (one, next) => next - one).Order().ToList();
        if (steps is [])
        {
            return default;
        }

        var usual = steps[steps.Count / 2];
        var lost = steps.Where(step => step / 10 >= usual).Sum(step => step - usual);
        return new MediaDuration(new Rational(lost, 1) * evidence.TimeBase);
    }

    private static Rational Share(int frames, MediaDuration decoded, MediaDuration declared, FrameRate? rate)
    {
        if (declared <= default(MediaDuration))
        {
            return Whole;
        }

        // Lost frames in the middle leave the length as it was, so a constant rate is counted in frames.
        var share = rate is { } kept
            ? new Rational(frames, Math.Max(1, (declared.Seconds * kept.FramesPerSecond).Round()))
            : decoded.Seconds / declared.Seconds;
        return share > Whole ? Whole : share;
    }

    private static bool IsLarge(MediaDuration gap, MediaDuration declared) =>
        gap > OneSecond && gap.Seconds > declared.Seconds * OnePercent;

    private static string Clock(MediaTime time)
    {
        var seconds = time.Seconds.Floor();
        return string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600:00}:{seconds / 60 % 60:00}:{seconds % 60:00}");
    }

    private static string Percent(Rational? coverage) => $"{(coverage.GetValueOrDefault() * new Rational(100, 1)).Floor()} %";

    private static string Damage(int complaints, string? first) =>
        $"The decoder reported {(complaints == 1 ? "an error" : $"{complaints} errors")}{(first is null ? "" : $", the first: {first.TrimEnd('.')}")}.";
}
