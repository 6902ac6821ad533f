using VideoIndex.Looks;
using VideoIndex.Media;
using VideoIndex.Metadata;
using VideoIndex.Objects;
using VideoIndex.Scenes;
using VideoIndex.Search.Evaluation;
using VideoIndex.Search.Language;
using VideoIndex.Shots;
using VideoIndex.Tags;
using VideoIndex.Timing;
using VideoIndex.Transcripts;
using VideoIndex.Videos;

namespace VideoIndex.Testing.Contracts.Searching.Cases;

/// <summary>Makes small, nasty videos: few words, few moments, so that things touch, overlap and start together. The same ones for the same random numbers.</summary>
public sealed class RandomLibrary(Random random)
{
    /// <summary>The words there are. Those of things are classes of things, too.</summary>
    public static IReadOnlyList<string> Vocabulary { get; } = ["goal", "Über", "car", "person", "優勝", "b", "goals", "3"];

    /// <summary>The fields people defined.</summary>
    public static IReadOnlyList<FieldDefinition> Fields { get; } =
    [
        new("client", FieldType.Text, []), new("takes", FieldType.Number, []), new("shot-on", FieldType.Date, []), new("kind", FieldType.SingleChoice, ["news", "Sport"]), new("mood", FieldType.MultiChoice, ["calm", "wild"]),
    ];

    private static readonly Rational[] Steps = [new(1, 1), new(1, 3), new(1001, 30_000), new(1, 90_000)];
    private static readonly double[] Confidences = [0, .2, .5, .8, 1];

    /// <summary>Returns a word of the vocabulary, the first ones more often than the last.</summary>
    public string Word() => Vocabulary[Math.Min(random.Next(Vocabulary.Count), random.Next(Vocabulary.Count))];

    /// <summary>Gets what all times and lengths are multiples of, in seconds.</summary>
    public Rational Step { get; } = Steps[random.Next(Steps.Length)];

    /// <summary>Makes a video, as it goes into the catalogue.</summary>
    public IndexedVideo Next(string name)
    {
        var (id, end) = (A.Id(name), random.Next(15, 30));
        var video = A.Video($"{Some("films", "cup 3", "Über")}/{Label(2)} {name}.mp4").Contents.Video with
        {
            Id = id,
            State = Some(VideoState.Ok, VideoState.Degraded),
            Extent = new MediaSpan(Time(0), Time(end)),
            Rate = Some<FrameRate?>(FrameRate.Pal, FrameRate.Ntsc, null),
            Added = A.Day(random.Next(1, 20)),
            Probe = new MediaProbe { Format = "mov", Attributes = Attributes() },
        };
        var detectors = new[] { "object", "face" }.Where(_ => random.Next(2) == 0).Select(kind => new DetectionLog(kind, new Origin("model", "stub", "1"), ["person"], [[], []])).ToList();
        return new IndexedVideo(
            new VideoContents(video, Shots(end), Many(2, _ => random.Next(2) == 0 ? Captions() : Heard()), [.. Many(16, _ => NextTag(id))]) { Scenes = SceneList(end) },
            detectors is [] ? null : RandomVideos.Steady(2, new Rational(1, 25), 1) with { Detections = detectors });
    }

    /// <summary>Makes what is known of a video: its things, some of them judged by people, and what people keep of it.</summary>
    public KnownVideo Known(IndexedVideo video) => new(
        new VideoFacts(video.Contents.Video) { Collections = Many(2, _ => Some("finals", "Best of 2026")), Fields = Values() },
        [.. SearchableSpans.Of(video.Contents).Select(thing => thing.Field is "shot" or "scene" or "video" ? thing : thing with { Status = Some(ReviewStatus.Unreviewed, ReviewStatus.Unreviewed, ReviewStatus.Verified, ReviewStatus.Rejected) })],
        Detectors(video));

    /// <summary>Returns what is known of a video in a catalogue, which nobody has judged.</summary>
    public static KnownVideo Stored(IndexedVideo video) => new(new VideoFacts(video.Contents.Video), SearchableSpans.Of(video.Contents), Detectors(video));

    private static Dictionary<string, Looked> Detectors(IndexedVideo video) =>
        (video.Evidence?.Detections ?? []).ToDictionary(one => one.Kind, one => new Looked(video.Contents.Video.Extent, one.Detector));

    private Dictionary<string, string> Attributes() => Many(2, at => (Key: at == 0 ? "title" : "artist", Value: Label(3)))
        .Concat(random.Next(2) == 0 ? [] : [(Key: "creation_time", Value: $"2026-0{random.Next(1, 4)}-1{random.Next(3)}T10:00:00Z")]).DistinctBy(one => one.Key).ToDictionary(one => one.Key, one => one.Value);

    private Dictionary<string, IReadOnlyList<FieldValue>> Values() => Fields.Where(_ => random.Next(2) == 0).ToDictionary(field => field.Name, field => (IReadOnlyList<FieldValue>)Many(2, _ => Value(field)));

    /// <summary>Makes a value a field may have.</summary>
    public FieldValue Value(FieldDefinition field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return field.Type switch
        {
            FieldType.Number => new FieldValue(null, new Rational(random.Next(5), 2), null),
            FieldType.Date => new FieldValue(null, null, new DateOnly(2026, 1, random.Next(1, 4))),
            FieldType.Text => new FieldValue(Label(2), null, null),
            _ => new FieldValue(field.Choices[random.Next(field.Choices.Count)], null, null),
        };
    }

    private ShotRecord[] Shots(int end) => [.. Borders(end).Select((span, at) => new ShotRecord(new Shot(at + 1, span), span.Start, null))];

    private Scene[] SceneList(int end) => [.. Borders(end).Select((span, at) => new Scene(at + 1, span, at + 1, at + 1))];

    private IEnumerable<MediaSpan> Borders(int end)
    {
        int[] borders = [0, .. Many(3, _ => random.Next(1, end)).Distinct().Order(), end];
        return borders.Zip(borders.Skip(1), (from, to) => new MediaSpan(Time(from), Time(to)));
    }

    private Transcript Captions() => new(Some("en", "de", null), NextOrigin("captions"), [.. Many(6, _ => new Utterance(Span(), Label(5)) { Language = Some(null, null, "de") }).OrderBy(said => said.Span.Start)]);

    private Transcript Heard()
    {
        var at = random.Next(4);
        return new Transcript(Some("en", "de", null), NextOrigin("model"), Many(6, _ => Utterance(ref at))) { Track = random.Next(1, 3) };
    }

    private Utterance Utterance(ref int at)
    {
        var words = new List<SpokenWord>();
        foreach (var word in Label(6).Split(' ').Index())
        {
            var span = new MediaSpan(Time(at), Time(at += random.Next(3)));
            words.Add(new SpokenWord(span, (word.Index == 0 ? Some("", " ") : " ") + word.Item + Some("", "", "."), NextConfidence()));
        }

        var said = new Utterance(new MediaSpan(words[0].Span.Start, words[^1].Span.End), string.Concat(words.Select(word => word.Text)))
        {
            Words = words,
            Confidence = random.Next(2) == 0 ? null : NextConfidence(),
            Speaker = Some(null, "speaker 1", "speaker 2", "left"),
            Dropped = random.Next(6) == 0 ? DropReasons.Loop : null,
        };
        at += random.Next(4);
        return said;
    }

    private Tag NextTag(VideoId video)
    {
        var (kind, span) = (Some("text", "logo", "object", "object", "object", "face", "chapter", "colour", "motion", "mood"), Span());
        var label = kind switch { "object" => Some("car", "person", "bus"), "face" => "face", _ => Label(3) };
        var box = kind is "text" or "logo" or "object" or "face" && random.Next(5) > 0 ? NextBox() : default(PictureBox?);
        return new Tag(video, span, kind, label, NextConfidence(), NextOrigin(Some("model", "person")))
        {
            Box = box,
            Language = kind == "text" ? Some("de", null) : null,
            Path = box is not null && kind is "object" or "face" && random.Next(2) == 0 ? NextPath() : null,
        };
    }

    private TagPath NextPath() => new([.. Many(4, _ => random.Next(20)).Distinct().Order().Select(at => new PathPoint(Time(at), NextBox(), 900))]);

    private PictureBox NextBox() => new(Some(0, 4000, 8000), Some(0, 4000, 8000), Some(500, 2000), Some(500, 2000, 9000));

    private Origin NextOrigin(string kind) => new(kind, Some("Ann", "stub", "stub-large"), Some("", "1"));

    private Confidence NextConfidence() => new(Confidences[random.Next(Confidences.Length)]);

    private MediaSpan Span()
    {
        var start = random.Next(16);
        return new MediaSpan(Time(start), Time(start + Some(0, 1, 2, 3, 5, 8)));
    }

    private MediaTime Time(int steps) => new(new Rational(steps, 1) * Step);

    private string Label(int most) => string.Join(' ', Enumerable.Range(0, random.Next(1, most + 1)).Select(_ => Word()));

    private T Some<T>(params IReadOnlyList<T> of) => of[random.Next(of.Count)];

    private T[] Many<T>(int most, Func<int, T> make) => [.. Enumerable.Range(0, random.Next(most + 1)).Select(make)];
}
