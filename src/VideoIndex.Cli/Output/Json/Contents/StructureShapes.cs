using System.Text.Json.Serialization;
using VideoIndex.Scenes;
using VideoIndex.Shots.Transitions;
using VideoIndex.Timing;

namespace VideoIndex.Cli.Output.Json.Contents;

internal sealed record TransitionShape : SpanShape
{
    public TransitionShape(Transition transition, TimecodeTrack? labels)
        : base(transition.Span, labels) => (Kind, At) = (TransitionNames.Of(transition.Kind), transition.At.Seconds.ToString());

    [JsonPropertyOrder(-10)]
    public string Kind { get; }

    public string At { get; }
}

internal sealed record SceneShape : SpanShape
{
    public SceneShape(Scene scene, TimecodeTrack? labels)
        : base(scene.Span, labels) => (Number, FirstShot, LastShot) = (scene.Number, scene.FirstShot, scene.LastShot);

    [JsonPropertyOrder(-10)]
    public int Number { get; }

    public int FirstShot { get; }

    public int LastShot { get; }
}
