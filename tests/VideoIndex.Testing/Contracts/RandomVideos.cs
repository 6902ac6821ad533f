using VideoIndex.Jobs;
using VideoIndex.Looks;
using VideoIndex.Media;
using VideoIndex.Objects;
using VideoIndex.Scenes;
using VideoIndex.Shots;
using VideoIndex.Shots.Transitions;
using VideoIndex.Tags;
using VideoIndex.Timing;
using VideoIndex.Transcripts;
using VideoIndex.Videos;

namespace VideoIndex.Testing.Contracts;

/// <summary>Makes videos that are all different and use every field, the same ones for the same seed.</summary>
public sealed class RandomVideos(int seed)
{
    private static readonly string[] Words = ["goal", "Über", "優勝", "don't", "a \"b\"", "line\nbreak", "😀", "ｶﾞ", "", "x;--", "ñ"];
    private readonly Random _random = new(seed);

    public IndexedVideo Next()
    {
        var id = A.Id($"{seed} {_random.Next()}");
        var contents = new VideoContents(
            NextVideo(id),
            Many(5, at => new ShotRecord(new Shot(at + 1, Span()), Time(), Maybe(() => $"keyframes/{at}.jpg"))),
            Many(3, _ => NextTranscript()),
            Many(10, at => new Tag(id, Span(), $"kind {at}", Text(), new Confidence(_random.NextDouble()), NextOrigin())
            {
                Box = _random.Next(2) == 0 ? null : NextBox(),
                Angle = _random.Next(-1800, 1800),
                Language = Maybe(Text),
                How = Maybe(Text),
                Path = Maybe(NextPath),
            }))
        {
            Transitions = Many(5, _ => new Transition((TransitionKind)_random.Next(7), Span(), Time())),
            Scenes = Many(3, at => new Scene(at + 1, Span(), _random.Next(100), _random.Next(100))),
        };
        return new IndexedVideo(contents, _random.Next(4) == 0 ? null : NextEvidence());
    }

    /// <summary>Frames at a constant rate.</summary>
    public static FrameEvidence Steady(int frames, Rational timeBase, int step) => new(
        timeBase,
        default,
        [.. Enumerable.Range(0, frames).Select(frame => (long)frame * step)],
        [.. Enumerable.Range(0, frames).Select(frame => new FrameScore((ushort)(frame % 999), 7, 9, 128, 40, 11, (ulong)frame << 20))],
        MediaTime.FromTimestamp((long)frames * step, timeBase));

    private Video NextVideo(VideoId id) => new()
    {
        Id = id,
        Path = $"/films/{_random.Next()} {Text()}.mp4",
        Bytes = _random.NextInt64(),
        Modified = A.Day(1).AddTicks(_random.NextInt64(1L << 50)),
        Added = A.Day(1).AddTicks(_random.NextInt64(1L << 50)),
        State = (VideoState)_random.Next(1, 5),
        Code = Maybe(Text),
        Sentence = Maybe(Text),
        Probe = Maybe(NextProbe),
        Extent = Span(),
        Coverage = _random.Next(2) == 0 ? null : new Rational(_random.Next(1000), 1000),
        Frames = _random.NextInt64(),
        Rate = _random.Next(2) == 0 ? null : FrameRate.Ntsc60,
        Timecodes = Maybe(() => new TimecodeTrack(Timecode.FromFrame(_random.Next(2_000_000), FrameRate.Ntsc, _random.Next(2) == 0), Time())),
        Run = _random.Next(1, 9),
        Meter = Maybe(() => new Meter(_random.NextInt64(), 1, Many(3, at => new StageCost($"stage {at}", at + 1, new JobCost(_random.Next(), _random.Next(), _random.NextInt64()))))),
        Notes = Many(3, _ => Text()),
    };

    private MediaProbe NextProbe() => new()
    {
        Format = Text(),
        DeclaredDuration = _random.Next(2) == 0 ? null : Span().Duration,
        Pictures = Many(2, NextPictures),
        Audio = Many(2, NextAudio),
        Captions = Many(2, NextCaptions),
        Chapters = Many(3, at => new Chapter(at + 1, Span(), Text())),
        StartTimecode = Maybe(Text),
        Attributes = new Dictionary<string, string> { ["title"] = Text(), ["creation_time"] = "2020-01-01T00:00:00Z" },
    };

    private PictureTrack NextPictures(int at) => new()
    {
        Index = at,
        Codec = "h264",
        Width = _random.Next(8000),
        Height = _random.Next(8000),
        PixelAspect = new Rational(8, 9),
        Rotation = 90,
        TimeBase = new Rational(1, 90_000),
        StartTimestamp = _random.Next(2) == 0 ? null : _random.NextInt64(),
        DeclaredRate = FrameRate.NtscFilm,
        AverageRate = _random.Next(2) == 0 ? null : new FrameRate(2997, 100),
        DeclaredDuration = _random.Next(2) == 0 ? null : Span().Duration,
        DeclaredFrames = _random.NextInt64(),
        PixelFormat = Maybe(Text),
        Colour = Maybe(Text),
        HasClosedCaptions = _random.Next(2) == 0,
        IsDefault = _random.Next(2) == 0,
        Language = Maybe(Text),
    };

    private AudioTrack NextAudio(int at) => new()
    {
        Index = at,
        Number = at + 1,
        Codec = "aac",
        SampleRate = 48_000,
        Channels = 2,
        TimeBase = new Rational(1, 48_000),
        StartTimestamp = _random.Next(2) == 0 ? null : _random.NextInt64(),
        Language = Maybe(Text),
        Title = Maybe(Text),
    };

    private CaptionTrack NextCaptions(int at) => new()
    {
        Index = at,
        Number = at + 1,
        Codec = "mov_text",
        TimeBase = new Rational(1, 1000),
        Language = Maybe(Text),
        Title = Maybe(Text),
    };

    private FrameEvidence NextEvidence()
    {
        var count = _random.Next(3) * 4096 + _random.Next(10);
        var timestamp = _random.NextInt64(long.MinValue / 2, 0);
        return new FrameEvidence(
            new Rational(1, 90_000),
            Time(),
            Many(count, count, _ => timestamp += _random.Next(10) == 0 ? _random.NextInt64(1L << 40) : 3003),
            Many(count, count, _ => NextScore()),
            Time())
        {
            Sketches = new FrameSketches(Bytes(_random.Next(3) == 0 ? 0 : count * FrameSketches.Size)),
            Looks = NextLooks(_random.Next(3) * 2050),
            Detections = Many(1, _ => new DetectionLog(TagKinds.Objects, NextOrigin(), Many(3, _ => Text()), Many(4100, _ => _random.Next(5) == 0 ? null : Many(3, _ => NextSeen())))),
        };
    }

    private Transcript NextTranscript() => new(Maybe(Text), NextOrigin(), Many(20, _ => new Utterance(Span(), Text())
    {
        Confidence = _random.Next(2) == 0 ? null : new Confidence(_random.NextDouble()),
        Words = Many(_random.Next(3) * 4, at => new SpokenWord(ShortSpan(at), Text(), new Confidence(_random.NextDouble()))),
        Speaker = Maybe(Text),
        Language = Maybe(Text),
        Dropped = Maybe(() => DropReasons.Loop),
    }))
    {
        Track = _random.Next(2) == 0 ? null : _random.Next(1, 9),
        Channel = Maybe(Text),
        Notes = Many(2, _ => Text()),
    };

    // Words keep to one clock, as those of a model do.
    private MediaSpan ShortSpan(int at) => new(
        new MediaTime(new Rational(at * 8000L + _random.Next(9000) - 3003, 90_000)), new MediaTime(new Rational(at * 8000L + 9000 + _random.Next(1000), 90_000)));

    private TagPath NextPath() => new(Many(9, at => new PathPoint(new MediaTime(new Rational(at * 1001L, 30_000)), NextBox(), _random.Next(1001))));

    private SeenObject NextSeen() => new(_random.Next(80), _random.Next(1001), NextBox());

    private PictureBox NextBox() => new(_random.Next(10_000), _random.Next(10_000), _random.Next(10_000), _random.Next(10_000));

    private FrameLooks NextLooks(int count) => new([.. Enumerable.Range(0, count).Select(look => look * 12)], Bytes(count * LookFacts.Size));

    private byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        _random.NextBytes(bytes);
        return bytes;
    }

    private FrameScore NextScore()
    {
        Span<byte> bytes = stackalloc byte[FrameScore.Size];
        _random.NextBytes(bytes);
        return FrameScore.Read(bytes);
    }

    private MediaTime Time() => new(new Rational(_random.NextInt64(-1000, 1L << 40), _random.NextInt64(1, 100_000)));

    private MediaSpan Span()
    {
        var (one, other) = (Time(), Time());
        return one < other ? new MediaSpan(one, other) : new MediaSpan(other, one);
    }

    private Origin NextOrigin() => new("model", Text(), Text());

    private string Text() => string.Join(' ', Many(6, _ => Words[_random.Next(Words.Length)]));

    private T? Maybe<T>(Func<T> make)
        where T : class => _random.Next(3) == 0 ? null : make();

    private T[] Many<T>(int most, Func<int, T> make) => Many(0, most, make);

    private T[] Many<T>(int least, int most, Func<int, T> make) =>
        [.. Enumerable.Range(0, _random.Next(least, most + 1)).Select(make)];
}
