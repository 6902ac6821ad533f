using VideoIndex.Alerts;
using VideoIndex.Brands;
using VideoIndex.Copies;
using VideoIndex.Copies.Pictures;
using VideoIndex.Copies.Sounds;
using VideoIndex.Importing;
using VideoIndex.Logos.Ends;
using VideoIndex.Logos.Geometry;
using VideoIndex.Logos.Recognition;
using VideoIndex.Looks;
using VideoIndex.Metadata;
using VideoIndex.Reviews;
using VideoIndex.Sidecars;
using VideoIndex.Similar;
using VideoIndex.Tags;
using VideoIndex.Testing.Contracts;
using VideoIndex.Timing;
using VideoIndex.Videos;
using VideoIndex.Vocabularies;

namespace VideoIndex.Interchange.Tests.Sidecars;

/// <summary>Makes side-cars that are all different and use every field, the same ones for the same seed. They are well formed; what they say makes no sense.</summary>
internal sealed class RandomSidecars(int seed)
{
    private static readonly string[] Words = ["goal", "Über", "優勝", "a \"b\"", "line\nbreak\ttab", "😀", "<!--", "-->", "=CMD()", "\u202Eback", "\u0001", "", "ñ|é", "\\", "\u2028"];
    private readonly Random _random = new(seed);
    private readonly RandomVideos _videos = new(seed);

    public VideoSidecar Next()
    {
        var video = _videos.Next();
        var id = video.Contents.Video.Id;
        return new VideoSidecar(_random.NextInt64(1, long.MaxValue), video.Contents)
        {
            Evidence = video.Evidence,
            Prints = _random.Next(3) == 0 ? null : new VideoPrints(id, new PicturePrints(_random.Next(), Bytes(32 * _random.Next(9))), new SoundPrint(Time(), Bytes(4 * _random.Next(9)))),
            Vectors = [.. Enum.GetValues<VectorKind>().Where(_ => _random.Next(2) == 0).Select(kind => NextVectors(id, kind))],
            Logos = Many(_ => NextLogo()),
            Fields = Many(_ => new FieldKept(Text(), (FieldType)_random.Next(5), Many(_ => Text()))),
            Collections = Many(_ => Text()),
            Changes = Many(_ => NextChange()),
            Reviews = Many(at => new ReviewEntry(at + 1, (ReviewAct)_random.Next(6), new VideoClaim(id, Span(), Text(), Text(), Origin(), _random.Next(2) == 0 ? null : Box()), _random.Next(2) == 0 ? null : _random.Next(99), NextStamp(), Text())),
            Imports = Many(_ => new Import(Text(), id, Text(), Text(), Day(), [.. video.Contents.Tags.Take(2)], [.. video.Contents.Transcripts.Take(1)]) { Complaints = Many(_ => Text()), Verbatim = _random.Next(2) == 0 ? null : Text() }),
            Told = Many(_ => new MomentTold(Text(), Text(), Text(), Span(), _random.Next(2) == 0)),
            Files = Many(_ => new FileKept(Text(), Bytes(_random.Next(2_000_000)))),
        };
    }

    public LibrarySidecar NextLibrary() => new()
    {
        Fields = Many(_ => new FieldDefinition(Text(), (FieldType)_random.Next(5), Many(_ => Text()))),
        FieldChanges = Many(_ => NextChange()),
        Vocabulary = Many(_ => new VocabularyStatement(Text(), StatementKind.All[_random.Next(6)], Text(), Text())),
        VocabularyChanges = Many(_ => NextChange()),
        Brands = Many(at => new BrandKept(NextBrand(at + 1), Many(_ => NextChange()))),
        BrandGroups = Many(_ => Text()),
        Alerts = Many(_ => new Alert(Text(), Text(), _random.Next(2) == 0 ? new AlertReceiver(Text(), null, null) : new AlertReceiver(null, Text(), Text()), 0, Day(), Text()) { Rests = _random.Next(2) == 0 ? null : Text() }),
        Files = Many(_ => new FileKept(Text(), Bytes(_random.Next(100)))),
    };

    private Brand NextBrand(long number) => new()
    {
        Id = new BrandId(number),
        Name = $"Brand {number}",
        IsRetired = _random.Next(2) == 0,
        Added = NextStamp(),
        Changed = NextStamp(),
        Attributes = new Dictionary<string, string> { ["owner"] = Text(), ["a/b"] = Text() },
        Groups = Many(at => $"Group {at}"),
        Logos = Many(at => new Logo(new LogoId(at + 1), $"Logo {at}", Many(one => new LogoExample(new ExampleId(one + 1), NextPicture(), NextStamp())))),
    };

    private ExamplePicture NextPicture() => new(Text(), Convert.ToHexStringLower(Bytes(32)), _random.Next(), _random.Next(), new PixelBox(1, 2, 3, _random.Next()), _random.Next(2) == 0
        ? new ExampleSource.PictureFile(Text())
        : new ExampleSource.VideoFrame(A.Id($"{_random.Next()}"), Time(), new PixelBox(4, 5, 6, 7)));

    private LogoSeen NextLogo()
    {
        var (looked, followed) = (_random.Next(2) == 0, _random.Next(2) == 0);
        return new LogoSeen(Text(), Text())
        {
            Basis = looked ? Text() : null,
            Sightings = looked ? Many(at => new LogoSighting(at, NextQuad(), _random.Next(9999) / 100.0, _random.Next(999), _random.Next(256) / 255.0, _random.Next(2) == 0) { Pixels = _random.Next(2) == 0 ? null : _random.Next(1001) / 1000.0 }) : [],
            EndsBasis = followed ? Text() : null,
            Ends = followed ? Many(_ => KeyValuePair.Create((UInt128)_random.NextInt64(), _random.Next(2) == 0 ? null : new FoundEnd(_random.Next(), NextQuad()))).ToDictionary() : new Dictionary<UInt128, FoundEnd?>(),
        };
    }

    private VideoVectors NextVectors(VideoId id, VectorKind kind)
    {
        var moments = Many(_ => new VectorMoment(Span(), Time()));
        return new VideoVectors(id, new VectorSource(kind, Text(), Text()), 12, moments, Bytes(moments.Length * 16));
    }

    private Quad NextQuad() => new(NextPoint(), NextPoint(), NextPoint(), NextPoint());

    private Point NextPoint() => new(_random.Next(-9999, 9999) / 16.0, _random.Next(-9999, 9999) / 16.0);

    private PastChange NextChange() => new(NextStamp(), Text(), Text());

    private Stamp NextStamp() => new(Day(), Text());

    private DateTimeOffset Day() => A.Day(1).AddTicks(_random.NextInt64(1L << 50));

    private Origin Origin() => new("model", Text(), Text());

    private PictureBox Box() => new(_random.Next(10_000), _random.Next(10_000), _random.Next(10_000), _random.Next(10_000));

    private MediaTime Time() => new(new Rational(_random.NextInt64(-1000, 1L << 40), _random.NextInt64(1, 100_000)));

    private MediaSpan Span() => Time() is var one && Time() is var other && one < other ? new MediaSpan(one, other) : new MediaSpan(other, one);

    private string Text() => string.Join(' ', Enumerable.Range(0, _random.Next(4)).Select(_ => Words[_random.Next(Words.Length)]));

    private byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        _random.NextBytes(bytes);
        return bytes;
    }

    private T[] Many<T>(Func<int, T> make) => [.. Enumerable.Range(0, _random.Next(4)).Select(make)];
}
