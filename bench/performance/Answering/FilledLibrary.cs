using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using VideoIndex.Media;
using VideoIndex.Metadata;
using VideoIndex.Performance.Searching;
using VideoIndex.Search.Evaluation;
using VideoIndex.Shots;
using VideoIndex.Sqlite;
using VideoIndex.Tags;
using VideoIndex.Timing;
using VideoIndex.Transcripts;
using VideoIndex.Videos;

namespace VideoIndex.Performance.Answering;

/// <summary>Puts the videos of a <see cref="SpokenLibrary"/> into a library as an analysis does, by the catalogue: a transcript, tags, 180 shots each; every fifth in German; in ten collections; recorded over three years.</summary>
internal sealed class FilledLibrary(SpokenLibrary library)
{
    /// <summary>What each video that is put in later has this many tags of, and no other has.</summary>
    public const string LateLabel = "latecomer";

    public const int LateTags = 50;

    private const int Side = 8;
    private const int Shots = 180;
    private const int Seconds = 3640;

    /// <summary>Fills a library.</summary>
    public async Task FillAsync(SqliteLibrary target)
    {
        var videos = new ParallelOptions { MaxDegreeOfParallelism = Side };
        await Parallel.ForEachAsync(Enumerable.Range(1, library.Videos), videos, async (video, stop) => await target.Catalog.ApplyAsync(new CatalogChange.Publish(Video(video), Final: true), stop).ConfigureAwait(false)).ConfigureAwait(false);
        await target.Facts.ChangeAsync([.. Enumerable.Range(1, library.Videos).Select(video => new FactChange.Collect(Id(video), Collection(video)))], "bench", default).ConfigureAwait(false);
    }

    /// <summary>Returns a video as an analysis hands it over.</summary>
    /// <param name="number">Its number; beyond those the library has, one that comes later.</param>
    public IndexedVideo Video(int number)
    {
        var things = library.Things(number);
        var id = Id(number);
        var transcript = new Transcript(number % 5 == 0 ? "de" : "en", new Origin("model", "whisper-base", "1"), [.. things.Where(one => one.Thing.Field == "say").Select(one => Said(one.Thing))]) { Track = 1 };
        var tags = things.Where(one => one.Thing.Field != "say").Select(one => Seen(id, one.Thing));
        if (number > library.Videos)
        {
            tags = tags.Concat(Enumerable.Range(0, LateTags).Select(at => new Tag(id, Span(60 * at), "chapter", LateLabel, new Confidence(1), new Origin("container", "chapters"))));
        }

        var shots = Enumerable.Range(0, Shots).Select(at => new ShotRecord(new Shot(at + 1, Span(20 * at)), Span(20 * at).Start, $"keyframes/{id}/{at + 1}.jpg"));
        return new IndexedVideo(new VideoContents(Described(number, id), [.. shots], [transcript], [.. tags.DistinctBy(tag => tag.Id)]), null);
    }

    /// <summary>Returns the collection of a video: ten, of a tenth of the videos each.</summary>
    public static string Collection(int number) => string.Create(CultureInfo.InvariantCulture, $"season{number % 10}");

    private static VideoId Id(int number) => new(SHA256.HashData(Encoding.UTF8.GetBytes(number.ToString(CultureInfo.InvariantCulture))));

    private static Video Described(int number, VideoId id) => new()
    {
        Id = id,
        Path = string.Create(CultureInfo.InvariantCulture, $"/archive/{number:00000}.mp4"),
        Bytes = 2_000_000_000,
        Modified = DateTimeOffset.UnixEpoch,
        Added = DateTimeOffset.UnixEpoch.AddYears(56),
        State = VideoState.Ok,
        Extent = new MediaSpan(new MediaTime(new Rational(0, 1)), new MediaTime(new Rational(Seconds, 1))),
        Frames = Seconds * 25,
        Rate = FrameRate.Pal,
        Probe = new MediaProbe { Format = "mov", Attributes = new Dictionary<string, string> { ["creation_time"] = DateTimeOffset.UnixEpoch.AddYears(53).AddDays(number % 1000).ToString("o", CultureInfo.InvariantCulture) } },
    };

    private static Utterance Said(SearchableSpan thing) => new(thing.Span, thing.Texts[0]) { Confidence = thing.Confidence, Speaker = thing.Speaker };

    private static Tag Seen(VideoId id, SearchableSpan thing) =>
        new(id, thing.Span, thing.Field == "tag" ? "chapter" : thing.Field, thing.Texts[0], thing.Confidence, thing.Origin);

    private static MediaSpan Span(int second) => new(new MediaTime(new Rational(second, 1)), new MediaTime(new Rational(second + 20, 1)));
}
