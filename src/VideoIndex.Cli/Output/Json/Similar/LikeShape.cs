using System.Globalization;
using System.Text.Json.Serialization;
using VideoIndex.Cli.Commands.Similar;
using VideoIndex.Pipeline.Similar;
using VideoIndex.Videos;

namespace VideoIndex.Cli.Output.Json.Similar;

internal sealed record LikeAnswerShape(LikeAskedShape Asked, IReadOnlyList<LikeShape> Shots);

internal sealed record LikeAskedShape
{
    public LikeAskedShape(LikeAsked asked)
    {
        (Video, Shot) = (asked.Video is { } video ? VideoName.Of(video) : null, asked.Shot?.Shot.Number);
        Span = asked is { Video: { } of, Shot: { } shot } ? new AskedShape(shot.Shot.Span, of.Timecodes) : null;
        (Picture, Words, Where) = (asked.Picture, asked.Words, asked.Where);
    }

    public VideoName? Video { get; }

    public int? Shot { get; }

    public AskedShape? Span { get; }

    public string? Picture { get; }

    public string? Words { get; }

    public string? Where { get; }
}

internal sealed record LikeShape : SpanShape
{
    public LikeShape(Video video, ShotRecord shot, LikeShot found, Func<string, string> pathOf)
        : this(video, shot, found.Score, pathOf)
    {
        (Mirrored, Alike) = (found.Mirrored, found.Why.ToDictionary(part => part.Name, part => Math.Round(part.Alike, 3)));
        Because = string.Join(", ", found.Why.Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Name} {part.Alike:0.00}"))) + (found.Mirrored ? ", mirrored" : "");
    }

    public LikeShape(Video video, ShotRecord shot, WordedShot found, Func<string, string> pathOf)
        : this(video, shot, found.Score, pathOf)
    {
        (PicturePlace, WordsPlace) = (found.PicturePlace, found.WordsPlace);
        Because = string.Join(", ", new[] { Place("picture", PicturePlace), Place("words", WordsPlace) }.OfType<string>());
    }

    private LikeShape(Video video, ShotRecord shot, double score, Func<string, string> pathOf)
        : base(shot.Shot.Span, video.Timecodes)
    {
        (Video, Shot, Score) = (VideoName.Of(video), shot.Shot.Number, Math.Round(score, 6));
        Keyframe = shot.Keyframe is { } place ? pathOf(place) : null;
        (Label, Because) = ($"{Times.Label(shot.Shot.Span.Start, video.Timecodes)} - {Times.Label(shot.Shot.Span.End, video.Timecodes)}", "");
    }

    /// <summary>Gets the span for people.</summary>
    [JsonIgnore]
    public string Label { get; }

    /// <summary>Gets why, for people.</summary>
    [JsonIgnore]
    public string Because { get; }

    [JsonPropertyOrder(-10)]
    public VideoName Video { get; }

    [JsonPropertyOrder(-9)]
    public int Shot { get; }

    public double Score { get; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Mirrored { get; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, double>? Alike { get; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? PicturePlace { get; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? WordsPlace { get; }

    public string? Keyframe { get; }

    private static string? Place(string ranking, int? place) => place is { } at ? string.Create(CultureInfo.InvariantCulture, $"{ranking} {at}.") : null;
}
