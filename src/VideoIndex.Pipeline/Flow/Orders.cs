using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using VideoIndex.Jobs;
using VideoIndex.Pipeline.Stages;

namespace VideoIndex.Pipeline.Flow;

/// <summary>Makes orders of commands.</summary>
internal static class Orders
{
    /// <summary>The queue of stages that decode: each keeps a processor busy for a while.</summary>
    public const string Decoding = "decoding";

    /// <summary>The queue of what listens: it is silent for as long as a model takes for a batch, on a slow machine minutes.</summary>
    public const string Listening = "listening";

    /// <summary>The queue of stages that are done in a moment.</summary>
    public const string Quick = "quick";

    public static JobOrder Of(ProbeVideo command, int priority) => Of(command, StageNames.Probe, Quick, Wire.Default.ProbeVideo, priority);

    public static JobOrder Of(PlanSegments command, int priority) => Of(command, StageNames.Plan, Quick, Wire.Default.PlanSegments, priority);

    public static JobOrder Of(SurveyVideo command, int priority) => Of(command, StageNames.Survey, Decoding, Wire.Default.SurveyVideo, priority);

    public static JobOrder Of(AnalyzeFrames command, int priority) => Of(command, StageNames.Frames, Decoding, Wire.Default.AnalyzeFrames, priority);

    public static JobOrder Of(ReadText command, int priority) => Of(command, StageNames.Text, Decoding, Wire.Default.ReadText, priority);

    public static JobOrder Of(Listen command, int priority) => Of(command, StageNames.Listen, Decoding, Wire.Default.Listen, priority);

    public static JobOrder Of(ReadCaptions command, int priority) => Of(command, StageNames.Captions, Quick, Wire.Default.ReadCaptions, priority);

    public static JobOrder Of(Assemble command, int priority) => Of(command, StageNames.Assemble, Quick, Wire.Default.Assemble, priority);

    public static JobOrder Of(TrackFeatures command, int priority) => Of(command, StageNames.Track, Decoding, Wire.Default.TrackFeatures, priority);

    public static JobOrder Of(IndexVideo command, int priority) => Of(command, StageNames.Index, Quick, Wire.Default.IndexVideo, priority);

    public static JobOrder Of(FindLogos command, int priority) => Of(command, StageNames.Logos, Decoding, Wire.Default.FindLogos, priority);

    public static JobOrder Of(Transcribe command, int priority) => Of(command, StageNames.Transcribe, Listening, Wire.Default.Transcribe, priority);

    private static JobOrder Of<T>(T command, string stage, string queue, JsonTypeInfo<T> form, int priority)
        where T : ICommand =>
        new(new JobKey(stage, command.Video, command.Run, command.Unit), queue, JsonSerializer.Serialize(command, form)) { Priority = priority };
}
