using VideoIndex.Jobs;
using VideoIndex.Media;
using VideoIndex.Pipeline.Stages;
using VideoIndex.Videos;

namespace VideoIndex.Pipeline.Flow;

/// <summary>What follows from what: the order of the whole pipeline, on one page. Pure.</summary>
/// <remarks>
/// <code>
/// offered ─► probe ─► plan ─┬─► survey, segment 1..n ─► assemble 0 ─► index 0                       first moments
///                           ├─► captions ─► listen ────────────────┐
///                           └─► frames ─► read-text, segment 1..n ─┴─► assemble 1 ─► track ─► index 1 ─┬─► find-logos   all moments
///                                                                                                      └─► transcribe, sound 1..n
/// </code>
/// A file of sound alone goes from the probe to <c>captions</c> and <c>listen</c>: whether anybody listens depends on the captions. A fan-in waits for all parts to be settled,
/// not for all to succeed: a part that was given up is a gap in the result.
/// </remarks>
internal static class Route
{
    // Beginnings first, so that all files of a batch can be searched a little before one is finished; then what ends a video.
    private const int First = 30, Last = 20, Between = 10;

    /// <summary>How urgent it is to search a video that is long finished: less than all that files wait for.</summary>
    public const int Background = 0;

    public static Effects Begin(Video video) => new()
    {
        Change = new CatalogChange.Accept(video),
        Orders = [Orders.Of(new ProbeVideo(video.Id, video.Run), First)],
    };

    public static Effects After(ProbeVideo command, VideoProbed probed) => probed.Probe.Pictures is not []
        ? new() { Orders = [Orders.Of(new PlanSegments(command.Video, command.Run), First)] }
        : Together("sound", new Assemble(command.Video, command.Run), [], sound: true);

    // The survey first, side by side as the analysis: what it sees can be found while that goes on.
    public static Effects After(PlanSegments command, SegmentsPlanned planned)
    {
        var (video, run) = (command.Video, command.Run);
        var analysis = Together(
            "segments",
            new Assemble(video, run),
            planned.Sound ? [] : [Orders.Of(new ReadCaptions(video, run), First)],
            planned.Segments,
            planned.Sound);
        var survey = planned.Survey
            ? Together("survey", new Assemble(video, run, Assemble.FirstLook), [.. planned.Segments.Select(segment => Orders.Of(new SurveyVideo(video, run, segment), First))])
            : new();
        return new() { Orders = [.. analysis.Orders, .. survey.Orders], FanIns = [.. analysis.FanIns, .. survey.FanIns] };
    }

    public static Effects After(Assemble command, VideoAssembled assembled)
    {
        var next = new Assemble(command.Video, command.Run, command.Round + 1);
        return assembled switch
        {
            { NeedsWhole: true } => Together($"whole-{command.Round}", next, [], [Segment.Whole]),
            { NeedsCaptions: { } witness } => Together(
                $"captions-{command.Round}", next, [Orders.Of(new ReadCaptions(command.Video, command.Run, witness), Last)]),
            { Contents: null } => new(), // nothing to be seen at first look
            { Contents.Video.Probe.Pictures: [_, ..] } when command.Round != Assemble.FirstLook =>
                new() { Orders = [Orders.Of(new TrackFeatures(command.Video, command.Run, command.Round), Last)] },
            _ => new() { Orders = [Orders.Of(new IndexVideo(command.Video, command.Run, command.Round), Last)] },
        };
    }

    public static Effects After(TrackFeatures command, FeaturesTracked _) =>
        new() { Orders = [Orders.Of(new IndexVideo(command.Video, command.Run, command.Round), Last)] };

    public static Effects After(IndexVideo command, VideoIndexed indexed)
    {
        var final = command.Round != Assemble.FirstLook;
        return new()
        {
            Change = new CatalogChange.Publish(indexed.Video, final),
            Orders =
            [
                .. final && indexed.Video.Contents.Video.Probe?.Pictures is [_, ..] ? [Orders.Of(new FindLogos(command.Video, command.Run, ""), Last)] : (JobOrder[])[],
                .. indexed.ToHear.Select(transcribe => Orders.Of(transcribe, Last)),
            ],
        };
    }

    /// <summary>A file that cannot be read ends here, whatever stage found out.</summary>
    public static Effects Refused(Video video, MediaRefusedException refusal) => new()
    {
        Change = new CatalogChange.Refuse(video with
        {
            State = refusal.Quarantine ? VideoState.Quarantined : VideoState.Rejected,
            Code = refusal.Code,
            Sentence = refusal.Message,
        }),
    };

    // What is seen of a segment is read as soon as it is seen, and sound is heard once it is known what captions there are: a fan-in of one part
    // inside the fan-in of all.
    private static Effects Together(string name, Assemble then, IReadOnlyList<JobOrder> parts, IReadOnlyList<Segment>? segments = null, bool sound = false)
    {
        var (video, run, seen) = (then.Video, then.Run, segments ?? []);
        var all = new FanIn($"{name}/{video}/{run}", parts.Count + seen.Count + (sound ? 1 : 0), Orders.Of(then, Last));
        var written = new FanIn($"{all.Name}/listen", 1, Orders.Of(new Listen(video, run), Between) with { FanIn = all.Name });
        return new()
        {
            Orders =
            [
                .. sound ? [Orders.Of(new ReadCaptions(video, run), First) with { FanIn = written.Name }] : (JobOrder[])[],
                .. parts.Select(part => part with { FanIn = all.Name }),
                .. seen.Select(segment => Orders.Of(new AnalyzeFrames(video, run, segment), Between) with { FanIn = $"{all.Name}/{segment.Unit}" }),
            ],
            FanIns =
            [
                all,
                .. sound ? [written] : (FanIn[])[],
                .. seen.Select(segment => new FanIn(
                    $"{all.Name}/{segment.Unit}", 1, Orders.Of(new ReadText(video, run, segment), Between) with { FanIn = all.Name })),
            ],
        };
    }
}
