using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using VideoIndex.Jobs;
using VideoIndex.Media;
using VideoIndex.Pipeline.Frames;
using VideoIndex.Pipeline.Running;
using VideoIndex.Pipeline.Stages;

namespace VideoIndex.Pipeline.Flow;

/// <summary>The stages of the pipeline, each of which the host supplies.</summary>
public sealed record PipelineStages(
    IStage<ProbeVideo, VideoProbed> Probe,
    IStage<PlanSegments, SegmentsPlanned> Plan,
    IStage<SurveyVideo, VideoSurveyed> Survey,
    IStage<AnalyzeFrames, FramesAnalyzed> Frames,
    IStage<ReadText, TextRead> Text,
    IStage<Listen, SoundHeard> Listen,
    IStage<ReadCaptions, CaptionsRead> Captions,
    IStage<Assemble, VideoAssembled> Assemble,
    IStage<TrackFeatures, FeaturesTracked> Track,
    IStage<IndexVideo, VideoIndexed> Index,
    IStage<FindLogos, LogosLookedFor> Logos,
    IStage<Transcribe, SpeechTranscribed> Transcribe)
{
    /// <summary>Binds each stage to its queue, the written form of its command and event, and what follows from them.</summary>
    public IReadOnlyList<StageBinding> Bind(IFindings findings)
    {
        return
        [
            Of(StageNames.Probe, Orders.Quick, Probe, Wire.Default.ProbeVideo, Json(Wire.Default.VideoProbed), Route.After),
            Of(StageNames.Plan, Orders.Quick, Plan, Wire.Default.PlanSegments, Json(Wire.Default.SegmentsPlanned), Route.After),
            Of(StageNames.Survey, Orders.Decoding, Survey, Wire.Default.SurveyVideo, surveyed => SegmentFramesForm.Write(new(surveyed.Frames, null)), (_, _) => new Effects()),
            Of(StageNames.Frames, Orders.Decoding, Frames, Wire.Default.AnalyzeFrames, SegmentFramesForm.Write, (_, _) => new Effects()),
            Of(StageNames.Text, Orders.Decoding, Text, Wire.Default.ReadText, Json(Wire.Default.TextRead), (_, _) => new Effects()),
            Of(StageNames.Listen, Orders.Decoding, Listen, Wire.Default.Listen, Json(Wire.Default.SoundHeard), (_, _) => new Effects()),
            Of(StageNames.Captions, Orders.Quick, Captions, Wire.Default.ReadCaptions, Json(Wire.Default.CaptionsRead), (_, _) => new Effects()),
            Of(StageNames.Assemble, Orders.Quick, Assemble, Wire.Default.Assemble, Json(Wire.Default.VideoAssembled), Route.After),
            Of(StageNames.Track, Orders.Decoding, Track, Wire.Default.TrackFeatures, _ => null, Route.After),
            Of(StageNames.Index, Orders.Quick, Index, Wire.Default.IndexVideo, _ => null, Route.After),
            Of(StageNames.Logos, Orders.Decoding, Logos, Wire.Default.FindLogos, _ => null, (_, _) => new Effects()),
            Of(StageNames.Transcribe, Orders.Listening, Transcribe, Wire.Default.Transcribe, _ => null, (_, _) => new Effects()) with { LeaseLength = TimeSpan.FromMinutes(10) },
        ];

        StageBinding Of<TCommand, TEvent>(
            string name,
            string queue,
            IStage<TCommand, TEvent> stage,
            JsonTypeInfo<TCommand> form,
            Func<TEvent, byte[]?> write,
            Func<TCommand, TEvent, Effects> follow)
            where TCommand : ICommand => new(name, typeof(TCommand), queue, async (order, progress, cancellationToken) =>
            {
                var command = JsonSerializer.Deserialize(order.Payload, form)!;
                try
                {
                    var done = await stage.RunAsync(command, progress, cancellationToken).ConfigureAwait(false);
                    return follow(command, done) with { Finding = write(done) };
                }
                catch (Exception failure) when (Refusal(failure) is { } refusal)
                {
                    return Route.Refused(await findings.VideoAsync(command, cancellationToken).ConfigureAwait(false), refusal);
                }
            });
    }

    private static Func<T, byte[]?> Json<T>(JsonTypeInfo<T> form) => done => JsonSerializer.SerializeToUtf8Bytes(done, form);

    // What is said of the path is not said of the content: a file that is gone may come back, and its job waits for a person.
    private static MediaRefusedException? Refusal(Exception failure) => failure switch
    {
        MediaRefusedException { Code: "not-found" or "access-denied" } => null,
        MediaRefusedException refusal => refusal,

        // Exact times refuse to be rounded; only made-up time bases and timestamps go past 64 bits.
        OverflowException => new MediaRefusedException("impossible-times", "The file's timestamps are beyond anything real.", quarantine: true),
        _ => null,
    };
}
