using VideoIndex.Interchange.Sidecars.Shapes;
using VideoIndex.Looks;
using VideoIndex.Scenes;
using VideoIndex.Shots;
using VideoIndex.Shots.Transitions;
using VideoIndex.Tags;
using VideoIndex.Transcripts;
using VideoIndex.Videos;

namespace VideoIndex.Interchange.Sidecars.Forms;

/// <summary>What was found: shots, transitions, scenes, what is said, tags.</summary>
internal static class FoundForm
{
    public static ShotShape Of(ShotRecord record) => new(record.Shot.Number, record.Shot.Span.Start, record.Shot.Span.End, record.KeyframeTime) { Keyframe = record.Keyframe };

    public static ShotRecord Shot(ShotShape shape, string pointer) => new(new Shot(shape.Number, Making.Span(shape.Start, shape.End)), shape.KeyframeAt, shape.Keyframe);

    public static TransitionShape Of(Transition one) => new(TransitionNames.Of(one.Kind), one.Span.Start, one.Span.End, one.At);

    public static Transition Transition(TransitionShape shape, string pointer) => new(TransitionNames.Of(shape.Kind), Making.Span(shape.Start, shape.End), shape.At);

    public static SceneShape Of(Scene scene) => new(scene.Number, scene.Span.Start, scene.Span.End, scene.FirstShot, scene.LastShot);

    public static Scene Scene(SceneShape shape, string pointer) => new(shape.Number, Making.Span(shape.Start, shape.End), shape.FirstShot, shape.LastShot);

    public static TranscriptShape Of(Transcript transcript) => new(Making.Of(transcript.Origin), [.. transcript.Utterances.Select(Of)])
    {
        Language = transcript.Language,
        Track = transcript.Track,
        Channel = transcript.Channel,
        Notes = Making.Filled(transcript.Notes),
    };

    public static Transcript Transcript(TranscriptShape shape, string pointer) => new(shape.Language, Making.Origin(shape.Origin), Making.Each(shape.Utterances, $"{pointer}/utterances", Utterance))
    {
        Track = shape.Track,
        Channel = shape.Channel,
        Notes = Making.Texts(shape.Notes, $"{pointer}/notes"),
    };

    public static TagShape Of(Tag tag) => new(tag.Span.Start, tag.Span.End, tag.Kind, tag.Label, tag.Confidence.Value, Making.Of(tag.Origin))
    {
        Box = Making.Of(tag.Box),
        Angle = tag.Angle == 0 ? null : tag.Angle,
        Language = tag.Language,
        How = tag.How,
        Path = tag.Path?.Points.Select(point => new PointShape(point.At, point.Box.Left, point.Box.Top, point.Box.Width, point.Box.Height, point.Score)).ToList(),
    };

    public static Tag Tag(VideoId video, TagShape shape, string pointer) => new(
        video, Making.Span(shape.Start, shape.End), shape.Kind, shape.Label, new Confidence(shape.Confidence), Making.Origin(shape.Origin))
    {
        Box = Making.Box(shape.Box),
        Angle = shape.Angle ?? 0,
        Language = shape.Language,
        How = shape.How,
        Path = shape.Path is { } path ? new TagPath(Making.Each(path, $"{pointer}/path", Point)) : null,
    };

    private static PathPoint Point(PointShape point, string pointer) => new(point.At, new PictureBox(point.Left, point.Top, point.Width, point.Height), point.Score);

    private static UtteranceShape Of(Utterance said) => new(said.Span.Start, said.Span.End, said.Text)
    {
        Confidence = said.Confidence?.Value,
        Speaker = said.Speaker,
        Language = said.Language,
        Dropped = said.Dropped,
        Words = Making.Filled(said.Words.Select(word => new WordShape(word.Span.Start, word.Span.End, word.Text, word.Confidence.Value))),
    };

    private static Utterance Utterance(UtteranceShape shape, string pointer) => new(Making.Span(shape.Start, shape.End), shape.Text)
    {
        Confidence = shape.Confidence is { } sure ? new Confidence(sure) : null,
        Speaker = shape.Speaker,
        Language = shape.Language,
        Dropped = shape.Dropped,
        Words = Making.Each(shape.Words, $"{pointer}/words", (word, _) => new SpokenWord(Making.Span(word.Start, word.End), word.Text, new Confidence(word.Confidence))),
    };
}
