using System.Security.Cryptography;
using System.Text;
using VideoIndex.Media;
using VideoIndex.Scenes;
using VideoIndex.Search.Answers;
using VideoIndex.Search.Language;
using VideoIndex.Shots;
using VideoIndex.Tags;
using VideoIndex.Timing;
using VideoIndex.Transcripts;
using VideoIndex.Videos;

namespace VideoIndex.Testing.Contracts;

/// <summary>Short ways to write down things for tests: <c>A.Video("final.mp4").Saying("0-4 what a goal")</c>.</summary>
public static class A
{
    public static VideoId Id(string content) => new(SHA256.HashData(Encoding.UTF8.GetBytes(content)));

    /// <summary>A ten-minute video whose id is made from its path.</summary>
    public static IndexedVideo Video(string path, string? content = null) => new(
        new VideoContents(
            new Video
            {
                Id = Id(content ?? path),
                Path = path.StartsWith('/') ? path : "/films/" + path,
                Bytes = 1000,
                Modified = Day(1),
                Added = Day(2),
                State = VideoState.Ok,
                Extent = Span("0-600"),
                Frames = 15_000,
                Rate = FrameRate.Pal,
            },
            [],
            [],
            []),
        null);

    /// <summary>A question as it is asked: <c>A.Asked("goal", 10)</c>.</summary>
    public static SearchRequest Asked(string question, int limit = 100) => new(QuestionParser.Parse(question, QuestionContext.Plain)) { Limit = limit };

    public static DateTimeOffset Day(int day) => new(2026, 1, day, 0, 0, 0, TimeSpan.Zero);

    public static MediaTime Time(string seconds) => new(
        Rational.TryParse(seconds, out var value) ? value : throw new ArgumentException($"'{seconds}' is not a time."));

    /// <summary>Reads <c>0-1001/30</c>.</summary>
    public static MediaSpan Span(string text) => new(Time(text.Split('-')[0]), Time(text.Split('-')[1]));

    /// <summary>Adds a transcript; a line is a span and what is said: <c>0-4 what a goal</c>.</summary>
    public static IndexedVideo Saying(this IndexedVideo video, params string[] lines) => video.SayingIn("en", lines);

    public static IndexedVideo SayingIn(this IndexedVideo video, string? language, params string[] lines) => video.With(
        contents => contents with
        {
            Transcripts =
            [
                .. contents.Transcripts,
                new Transcript(
                    language,
                    new Origin("captions", "mov_text track 1"),
                    [.. lines.Select(Part).Select(line => new Utterance(line.Span, line.Words))]),
            ],
        });

    /// <summary>
    /// Something heard: each line is an utterance, and each word of it is a second long, from the second it begins with: <c>10 what a goal</c>.
    /// A word with a question mark is unsure; a line that begins with a reason and an exclamation mark is dropped: <c>loop! 30 so so so</c>.
    /// </summary>
    public static Transcript Heard(string model, int track, params string[] lines) =>
        new("en", new Origin("model", model, "1"), [.. lines.Select(Utterance)]) { Track = track };

    /// <summary>Adds what was heard.</summary>
    public static IndexedVideo Hearing(this IndexedVideo video, Transcript heard) =>
        video.With(contents => contents with { Transcripts = [.. contents.Transcripts, heard] });

    /// <summary>Adds tags of one kind; a line is a span and a label: <c>0-300 First half</c>.</summary>
    public static IndexedVideo Tagged(this IndexedVideo video, string kind, params string[] lines) => video.With(
        contents => contents with
        {
            Tags =
            [
                .. contents.Tags,
                .. lines.Select(Part).Select(line => new Tag(
                    contents.Video.Id, line.Span, kind, line.Words, new Confidence(1), new Origin("container", "chapters"))),
            ],
        });

    /// <summary>Adds shots that start at the given times, the last ending at ten minutes.</summary>
    public static IndexedVideo Scenes(this IndexedVideo video, params string[] spans) => video.With(
        contents => contents with { Scenes = [.. spans.Select((span, at) => new Scene(at + 1, Span(span), at + 1, at + 1))] });

    /// <summary>Shots, and nothing that hangs on them.</summary>
    public static VideoStructure Structure(IReadOnlyList<ShotRecord> shots) => new(shots, [], [], []);

    public static IndexedVideo Shots(this IndexedVideo video, params string[] starts) => video.With(
        contents => contents with
        {
            Shots =
            [
                .. starts.Zip([.. starts.Skip(1), "600"], (start, end) => Span($"{start}-{end}"))
                    .Select((span, at) => new ShotRecord(new Shot(at + 1, span), span.Start, $"keyframes/{at + 1}.jpg")),
            ],
        });

    public static IndexedVideo Attribute(this IndexedVideo video, string name, string value) => video.With(
        contents => contents with
        {
            Video = contents.Video with
            {
                Probe = new MediaProbe
                {
                    Format = "mov",
                    Attributes = new Dictionary<string, string>(contents.Video.Probe?.Attributes ?? new Dictionary<string, string>())
                    {
                        [name] = value,
                    },
                },
            },
        });

    public static IndexedVideo With(this IndexedVideo video, Func<VideoContents, VideoContents> change) =>
        video with { Contents = change(video.Contents) };

    /// <summary>Saves a finished video, as the last step of an analysis does.</summary>
    public static Task SaveAsync(this ICatalog catalog, IndexedVideo video, CancellationToken cancellationToken) =>
        catalog.ApplyAsync(new CatalogChange.Publish(video, Final: true), cancellationToken);

    /// <summary>Saves a finished video in which nothing was found.</summary>
    public static Task SaveAsync(this ICatalog catalog, Video video, CancellationToken cancellationToken) =>
        catalog.SaveAsync(new IndexedVideo(new VideoContents(video, [], [], []), Evidence: null), cancellationToken);

    private static Utterance Utterance(string line)
    {
        var dropped = line.IndexOf("! ", StringComparison.Ordinal) is > 0 and var mark && !line[..mark].Contains(' ', StringComparison.Ordinal) ? line[..mark] : null;
        var parts = line[(dropped is null ? 0 : dropped.Length + 2)..].Split(' ');
        var start = int.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture);
        List<SpokenWord> words =
        [
            .. parts.Skip(1).Select((word, at) => new SpokenWord(
                new MediaSpan(Time($"{start + at}"), Time($"{start + at + 1}")),
                (at == 0 ? "" : " ") + word.Replace("?", "", StringComparison.Ordinal),
                new Confidence(word.Contains('?', StringComparison.Ordinal) ? 0.25 : 0.75))),
        ];
        return new Utterance(new MediaSpan(words[0].Span.Start, words[^1].Span.End), string.Concat(words.Select(word => word.Text)))
        {
            Words = words,
            Confidence = new Confidence(0.875),
            Dropped = dropped,
        };
    }

    private static (MediaSpan Span, string Words) Part(string line)
    {
        var cut = line.IndexOf(' ');
        return (Span(line[..cut]), line[(cut + 1)..]);
    }
}
